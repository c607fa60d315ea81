package dev.galleria.cart.rest;

import dev.galleria.platform.Problem;
import dev.galleria.platform.rest.Open;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.web.ClientAddress;
import dev.galleria.pricing.promotions.Coupons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The coupon of a cart: one at a time. What it takes off is in the summary, and for certain only in the checkout's review. */
@Path("v1/cart/coupons")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "cart")
public class CouponResource {
    @Inject
    Coupons coupons;

    @Inject
    Shopper shopper;

    @Inject
    HttpServletRequest request;

    /** A coupon's code; spaces around it and small letters do not matter. */
    @Schema(name = "Coupon")
    public record Code(String code) {}

    @POST
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Gives the cart a coupon, in place of another one",
            description = "Repeating it changes nothing. No use is taken before the order is paid.")
    @APIResponse(responseCode = "201", description = "It counts", content = @Content(schema = @Schema(ref = "Coupon")))
    @APIResponse(responseCode = "422", description = "coupon/unknown, coupon/not-on or coupon/used-up")
    @APIResponse(responseCode = "429", description = "coupon/too-many: ten wrong codes from one address in ten minutes")
    public Response enter(Code input) {
        var code = Coupons.normal(input.code());
        switch (coupons.enter(shopper.cart().value(), code, ClientAddress.of(request))) {
            case ACCEPTED -> {
                return Response.status(Response.Status.CREATED)
                        .entity(new Code(code))
                        .build();
            }
            case UNKNOWN -> throw new Refusal(422, "coupon/unknown", "There is no such coupon.");
            case NOT_ON -> throw new Refusal(422, "coupon/not-on", "This coupon is not valid at the moment.");
            case USED_UP -> throw new Refusal(422, "coupon/used-up", "This coupon has been used up.");
            default ->
                throw new Refusal(
                        429, "coupon/too-many", "Too many codes that do not exist. Try again in some minutes.");
        }
    }

    @DELETE
    @Path("{code}")
    @Open
    @Operation(summary = "Takes the coupon away")
    @APIResponse(responseCode = "204", description = "It no longer counts")
    @APIResponse(responseCode = "404", description = "The cart does not have this coupon")
    public void forget(@PathParam("code") String code) {
        var cart = shopper.cart().value();
        if (coupons.entered(cart).filter(Coupons.normal(code)::equals).isEmpty()) {
            throw Problem.notFound("coupon/none", "not in this cart");
        }
        coupons.forget(cart);
    }
}
