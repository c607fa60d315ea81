package dev.galleria.order.rest;

import dev.galleria.account.CurrentAccount;
import dev.galleria.account.Role;
import dev.galleria.order.OrderFilter;
import dev.galleria.order.OrderState;
import dev.galleria.order.PartDetails;
import dev.galleria.order.PartId;
import dev.galleria.order.PartSummary;
import dev.galleria.order.SellerOrders;
import dev.galleria.platform.Problem;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.rest.Tags;
import dev.galleria.seller.SellerId;
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
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A seller's own parts of orders; nothing of other sellers' parts, and of the buyer the label only. */
@Path("v1/seller/orders")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "seller-orders")
@SecurityRequirement(name = "token")
public class SellerOrderResource {
    private static final String PRIVATE = "private, no-cache";
    private static final int LONGEST_TEXT = 100;

    @Inject
    SellerOrders parts;

    @Inject
    CurrentAccount current;

    @Context
    UriInfo uri;

    /** A part in the list; the name is the recipient's. */
    @Schema(name = "SellerOrderSummary")
    public record Summary(
            String id,
            String number,
            String state,
            Instant placedAt,
            String name,
            String country,
            int pieces,
            MoneyBody total,
            String title) {
        private static Summary of(PartSummary part) {
            return new Summary(
                    PublicId.of(part.id()),
                    OrderBody.plain(part.number()),
                    part.state().name(),
                    part.placedAt(),
                    part.name(),
                    part.country(),
                    part.pieces(),
                    MoneyBody.of(part.total()),
                    part.title());
        }
    }

    /** A page of parts, newest first. */
    @Schema(name = "SellerOrderPage")
    public record Page(List<Summary> items, int total, @Nullable String next) {}

    /** One part with its label. */
    @Schema(name = "SellerOrder")
    public record Body(
            String number,
            Instant placedAt,
            AddressBody address,
            String paymentMethod,
            OrderBody.Part part,
            List<OrderBody.Event> timeline) {
        private static Body of(PartDetails details) {
            return new Body(
                    OrderBody.plain(details.number()),
                    details.placedAt(),
                    AddressBody.of(details.address()),
                    details.paymentMethod(),
                    OrderBody.Part.of(details.part()),
                    details.timeline().stream().map(OrderBody.Event::of).toList());
        }
    }

    /** A parcel handed to a carrier, with the units that are in it; without them all that are left. */
    @Schema(name = "ParcelInput")
    public record ParcelInput(String carrier, String trackingNumber, @Nullable List<OrderBody.Units> units) {}

    @GET
    @Operation(
            summary = "The seller's parts of orders, newest first; state and q (number or recipient) narrow the list")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(ref = "SellerOrderPage")))
    public Response list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var seller = seller();
        var wanted = text == null ? "" : text;
        if (wanted.length() > LONGEST_TEXT || wanted.indexOf('\0') >= 0) {
            throw new Refusal(400, "request/parameter", "What is looked for has up to " + LONGEST_TEXT + " letters.");
        }
        var page = ListPage.of("parts " + seller + ' ' + state + ' ' + wanted, limit, after);
        var found = parts.partsOf(seller, new OrderFilter(state(state), wanted, page.number(), page.size()));
        var items = found.items().stream().map(Summary::of).toList();
        return Tags.ok(new Page(items, found.total(), page.next(uri, found.total())), ifNoneMatch, PRIVATE);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One part with its own lines and the label")
    @APIResponse(
            responseCode = "200",
            description = "The part with its ETag",
            content = @Content(schema = @Schema(ref = "SellerOrder")))
    public Response read(
            @PathParam("id") String text, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Tags.ok(Body.of(parts.part(seller(), id(text))), ifNoneMatch, PRIVATE);
    }

    @POST
    @Path("{id}/ship")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Marks units of the part as sent in one parcel",
            description = "Repeating it with the same parcel changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(ref = "SellerOrder")))
    @APIResponse(responseCode = "409", description = "It cannot be sent (any more)")
    public Response ship(@PathParam("id") String text, ParcelInput input) {
        var seller = seller();
        var units = input.units();
        if (units == null) {
            parts.ship(seller, id(text), input.carrier(), input.trackingNumber(), actor());
        } else {
            parts.ship(seller, id(text), input.carrier(), input.trackingNumber(), OrderBody.Units.all(units), actor());
        }
        return Tags.ok(Body.of(parts.part(seller, id(text))), null, PRIVATE);
    }

    @POST
    @Path("{id}/deliver")
    @Operation(summary = "Marks the part as arrived. Repeating changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(ref = "SellerOrder")))
    @APIResponse(responseCode = "409", description = "It has not been sent")
    public Response deliver(@PathParam("id") String text) {
        var seller = seller();
        parts.deliver(seller, id(text), actor());
        return Tags.ok(Body.of(parts.part(seller, id(text))), null, PRIVATE);
    }

    /** Whom the caller sells for: without a token 401, for anybody else a Problem (FORBIDDEN). */
    private SellerId seller() {
        var account =
                current.find().orElseThrow(() -> Refusal.unauthenticated("Send a token: Authorization: Bearer …"));
        var seller = account.seller();
        if (!account.is(Role.SELLER) || seller == null) {
            throw Problem.forbidden("order/not-a-seller", account.id());
        }
        return new SellerId(seller);
    }

    private String actor() {
        return "seller:" + current.require().email();
    }

    private static @Nullable OrderState state(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(OrderState.values())
                        .filter(one -> one.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(
                                400, "request/parameter", "One of " + Arrays.toString(OrderState.values())));
    }

    private static PartId id(String text) {
        return PublicId.require(text, PartId.class, PartId::new);
    }
}
