package dev.galleria.order.rest;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.order.Cancellation;
import dev.galleria.order.OrderSummary;
import dev.galleria.order.Orders;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.Open;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.rest.Tags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A buyer's orders: an account's own by number, anybody's by the token that came with the order. */
@Path("v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "orders")
public class OrderResource {
    private static final String PRIVATE = "private, no-cache";
    private static final String SHOPPER = "shopper";

    @Inject
    Orders orders;

    @Inject
    Buyer buyer;

    @Inject
    CurrentAccount current;

    @Context
    UriInfo uri;

    /** An order in a list; the title is the first line's. */
    @Schema(name = "OrderSummary")
    public record Summary(
            String number, String state, Instant placedAt, MoneyBody total, int pieces, int sellers, String title) {
        private static Summary of(OrderSummary order) {
            return new Summary(
                    OrderBody.plain(order.number()),
                    order.state().name(),
                    order.placedAt(),
                    MoneyBody.of(order.total()),
                    order.pieces(),
                    order.sellers(),
                    order.title());
        }
    }

    /** A page of orders, newest first. */
    @Schema(name = "OrderPage")
    public record Page(List<Summary> items, int total, @Nullable String next) {}

    /** What is to be canceled. */
    @Schema(name = "UnitsInput")
    public record UnitsInput(List<OrderBody.Units> units) {}

    /** It is canceled; that much goes back. */
    @Schema(name = "CanceledOrder")
    public record Canceled(String state, MoneyBody refunded) {}

    @GET
    @SecurityRequirement(name = "token")
    @Operation(summary = "The account's orders, newest first")
    @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(ref = "OrderPage")))
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var account = account();
        var page = ListPage.of("orders " + account.id(), limit, after);
        var found = orders.history(account.id(), page.number(), page.size());
        var items = found.items().stream().map(Summary::of).toList();
        return Tags.ok(new Page(items, found.total(), page.next(uri, found.total())), ifNoneMatch, PRIVATE);
    }

    @GET
    @Path("{name}")
    @Operation(summary = "An order by its number for the account that it belongs to, or by its token")
    @APIResponse(
            responseCode = "200",
            description = "The order with its ETag",
            content = @Content(schema = @Schema(ref = "Order")))
    public Response read(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Tags.ok(OrderBody.of(buyer.order(name)), ifNoneMatch, PRIVATE);
    }

    @POST
    @Path("{name}/cancel")
    @Open
    @Operation(
            summary = "Cancels the whole order while nothing has been sent",
            description = "Stock goes back, what was paid is refunded. Repeating gives the same answer.")
    @APIResponse(
            responseCode = "200",
            description = "Canceled",
            content = @Content(schema = @Schema(ref = "CanceledOrder")))
    @APIResponse(
            responseCode = "409",
            description = "Something has been sent already; the member state says how far it is")
    public Canceled cancel(@PathParam("name") String name) {
        var order = buyer.order(name);
        var answer = orders.cancel(order.id(), SHOPPER);
        if (answer instanceof Cancellation.Canceled canceled) {
            return new Canceled("CANCELED", MoneyBody.of(canceled.refunded()));
        }
        throw new Refusal(409, "order/too-late", "Something of this order has been sent already.")
                .with(Map.of("state", ((Cancellation.TooLate) answer).state().name()));
    }

    @POST
    @Path("{name}/cancellations")
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Cancels units that have not been sent; needs an Idempotency-Key",
            description = "They go back to the shelves, their money to the buyer, once per key.")
    @APIResponse(
            responseCode = "200",
            description = "The order as it is now",
            content = @Content(schema = @Schema(ref = "Order")))
    @APIResponse(responseCode = "409", description = "Some of them have been sent meanwhile")
    public Response cancelUnits(
            @PathParam("name") String name,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            UnitsInput input) {
        var order = buyer.order(name);
        orders.cancel(order.id(), OrderBody.Units.all(input.units()), IdempotencyKey.formKey(key), SHOPPER);
        return Tags.ok(OrderBody.of(buyer.order(name)), null, PRIVATE);
    }

    private Account account() {
        return current.find().orElseThrow(() -> Refusal.unauthenticated("Send a token: Authorization: Bearer …"));
    }
}
