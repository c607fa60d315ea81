package dev.galleria.cart.rest;

import dev.galleria.cart.CartChange;
import dev.galleria.cart.CartKey;
import dev.galleria.cart.Carts;
import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.Open;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.rest.Tags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The lines of a cart, one per offer, named by the offer's id. */
@Path("v1/cart/items")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "cart")
public class ItemResource {
    @Inject
    Carts carts;

    @Inject
    Shopper shopper;

    /** What is to be added: 1 to 99 pieces of an offer. */
    @Schema(name = "NewItem")
    public record NewItem(@Schema(type = SchemaType.STRING) OfferId offer, int quantity) {}

    /** How many the line is to hold, 1 to 99. */
    @Schema(name = "ItemQuantity")
    public record ItemQuantity(int quantity) {}

    /** The line now holds so many, the whole cart so many pieces. */
    @Schema(name = "ChangedItem")
    public record Changed(String id, int quantity, int count) {}

    @POST
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds pieces of an offer to what is there",
            description =
                    "With an Idempotency-Key once, however often it is sent; the cart remembers its last 50 keys.")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(ref = "ChangedItem")))
    @APIResponse(
            responseCode = "409",
            description = "Fewer are available; the members available and inCart say how many")
    @APIResponse(responseCode = "422", description = "Not for sale, the cart is full, or the quantity is not 1 to 99")
    public Response add(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, NewItem input) {
        var once = key == null ? Ids.next().toString() : "api:" + IdempotencyKey.checked(key);
        var change =
                carts.add(shopper.cart(), input.offer(), input.quantity(), once, shopper.locale(), shopper.currency());
        return Response.status(Response.Status.CREATED)
                .entity(told(input.offer(), change))
                .build();
    }

    @PUT
    @Path("{id}")
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets a line to so many pieces; with If-Match only if the cart is still as it was seen")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(ref = "ChangedItem")))
    @APIResponse(
            responseCode = "409",
            description = "Fewer are available; the members available and inCart say how many")
    public Changed change(
            @PathParam("id") String text,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ItemQuantity input) {
        var cart = shopper.cart();
        var offer = id(text);
        requireSeen(cart, ifMatch);
        return told(offer, carts.change(cart, offer, input.quantity(), shopper.locale(), shopper.currency()));
    }

    @DELETE
    @Path("{id}")
    @Open
    @Operation(summary = "Takes a line out; with If-Match only if the cart is still as it was seen")
    @APIResponse(responseCode = "204", description = "Taken out")
    @APIResponse(responseCode = "404", description = "There is no such line")
    public void remove(@PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var cart = shopper.cart();
        var offer = id(text);
        requireSeen(cart, ifMatch);
        if (!carts.remove(cart, offer)) {
            throw Problem.notFound("cart/no-such-line", offer);
        }
    }

    private void requireSeen(CartKey cart, @Nullable String ifMatch) {
        if (ifMatch != null) {
            var body = CartBody.of(carts.view(cart, shopper.locale(), shopper.currency()));
            Tags.requireMatch(ifMatch, Tags.of(body));
        }
    }

    private static Changed told(OfferId offer, CartChange change) {
        if (change instanceof CartChange.Done done) {
            return new Changed(PublicId.of(offer), done.quantity(), done.count());
        }
        if (change instanceof CartChange.TooFew few) {
            throw new Refusal(409, "cart/too-few", "Fewer of this can be had than are wanted.")
                    .with(Map.of("available", few.available(), "inCart", few.inCart()));
        }
        if (change instanceof CartChange.Full full) {
            throw new Refusal(422, "cart/full", "A line or the cart would hold more than it can.")
                    .with(Map.of("pieces", full.pieces(), "lines", full.lines()));
        }
        throw new Refusal(422, "cart/not-for-sale", "This is not sold here now.");
    }

    private static OfferId id(String text) {
        return PublicId.require(text, OfferId.class, OfferId::new);
    }
}
