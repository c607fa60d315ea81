package dev.galleria.order.rest;

import dev.galleria.order.PartId;
import dev.galleria.order.Return;
import dev.galleria.order.ReturnId;
import dev.galleria.order.ReturnWish;
import dev.galleria.order.ReturnableUnits;
import dev.galleria.order.Returns;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.Open;
import dev.galleria.platform.rest.PublicId;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a buyer sends back. */
@Path("v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "orders")
public class ReturnResource {
    private static final String PRIVATE = "private, no-cache";
    private static final String SHOPPER = "shopper";

    @Inject
    Returns returns;

    @Inject
    Buyer buyer;

    /** Units of one seller's part that are to go back, why, and what the buyer would like for them. */
    @Schema(name = "ReturnInput")
    public record ReturnInput(
            @Schema(type = SchemaType.STRING) PartId part,
            List<OrderBody.Units> units,
            Return.Reason reason,
            Return.Wish wish,
            @Nullable String comment) {
        private ReturnWish asked() {
            return new ReturnWish(
                    part, OrderBody.Units.all(units), reason, wish, comment == null ? "" : comment.strip());
        }
    }

    /** Units of a line that can be sent back until that moment, if one is set. */
    @Schema(name = "ReturnableUnits")
    public record Returnable(String part, int lineNo, int units, @Nullable Instant until) {
        private static Returnable of(ReturnableUnits one) {
            return new Returnable(PublicId.of(one.part()), one.lineNo(), one.units(), one.until());
        }
    }

    /** The returns of an order, and what else can be sent back. */
    @Schema(name = "Returns")
    public record Body(List<ReturnBody> items, List<Returnable> returnable) {}

    @GET
    @Path("{name}/returns")
    @Operation(summary = "The order's returns, and what else can be sent back")
    @APIResponse(
            responseCode = "200",
            description = "Oldest first",
            content = @Content(schema = @Schema(ref = "Returns")))
    public Response list(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var order = buyer.order(name).id();
        var body = new Body(
                returns.of(order).stream().map(ReturnBody::of).toList(),
                returns.returnable(order).stream().map(Returnable::of).toList());
        return Tags.ok(body, ifNoneMatch, PRIVATE);
    }

    @POST
    @Path("{name}/returns")
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Asks to send units back; needs an Idempotency-Key",
            description = "The same key and body give the same return.")
    @APIResponse(responseCode = "201", description = "The return", content = @Content(schema = @Schema(ref = "Return")))
    @APIResponse(responseCode = "422", description = "Some units cannot be sent back (any more), or the key was used")
    public Response ask(
            @PathParam("name") String name,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            ReturnInput input) {
        var order = buyer.order(name).id();
        var back = returns.ask(order, input.asked(), IdempotencyKey.formKey(key), SHOPPER);
        return Response.status(Response.Status.CREATED)
                .entity(ReturnBody.of(back))
                .build();
    }

    @POST
    @Path("{name}/returns/{id}/withdraw")
    @Open
    @Operation(summary = "The buyer keeps the goods after all")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(ref = "Return")))
    @APIResponse(responseCode = "409", description = "The return has moved on")
    public ReturnBody withdraw(@PathParam("name") String name, @PathParam("id") String id) {
        var order = buyer.order(name).id();
        return ReturnBody.of(returns.withdraw(order, PublicId.require(id, ReturnId.class, ReturnId::new), SHOPPER));
    }
}
