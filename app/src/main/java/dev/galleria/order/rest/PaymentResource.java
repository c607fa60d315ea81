package dev.galleria.order.rest;

import dev.galleria.cart.rest.Shopper;
import dev.galleria.order.CheckoutView;
import dev.galleria.order.Checkouts;
import dev.galleria.order.Outcome;
import dev.galleria.order.PayPages;
import dev.galleria.order.PayRequest;
import dev.galleria.order.PayResult;
import dev.galleria.payment.Payments;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.Open;
import dev.galleria.platform.web.ClientAddress;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Paying a checkout, once, and what became of it. */
@Path("v1/checkouts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "checkout")
public class PaymentResource {
    @Inject
    Checkouts checkouts;

    @Inject
    Payments payments;

    @Inject
    Shopper shopper;

    @Inject
    ShopPaths paths;

    @Inject
    Tenancy tenancy;

    @Context
    HttpServletRequest request;

    /** The way to pay and the seal of the review that the buyer has seen. */
    @Schema(name = "PayInput")
    public record PayInput(String gateway, String seal) {}

    /** The ways to pay that the marketplace offers. */
    @Schema(name = "Gateways")
    public record Gateways(List<String> items) {}

    @GET
    @Path("{id}/gateways")
    @Operation(summary = "The ways to pay; cod is cash on delivery")
    @APIResponse(
            responseCode = "200",
            description = "Their codes",
            content = @Content(schema = @Schema(ref = "Gateways")))
    public Gateways gateways(@PathParam("id") String token) {
        checkouts.view(token);
        return new Gateways(payments.gateways());
    }

    @POST
    @Path("{id}/pay")
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Pays what has been seen; needs an Idempotency-Key",
            description =
                    "The goods are set aside for ten minutes first. The same key and body give the same answer and "
                            + "never a second payment. After REDIRECT, POST finish tells what became of it.")
    @APIResponse(
            responseCode = "200",
            description = "The order is placed",
            content = @Content(schema = @Schema(ref = "CheckoutOutcome")))
    @APIResponse(
            responseCode = "202",
            description = "The buyer pays at the address in redirect",
            content = @Content(schema = @Schema(ref = "CheckoutOutcome")))
    @APIResponse(
            responseCode = "409",
            description = "checkout/changed with the member review, checkout/out-of-stock with shortages, "
                    + "checkout/incomplete with step, checkout/moved with state; nothing was charged")
    @APIResponse(
            responseCode = "422",
            description = "The key was used for another request, or there is no such way to pay")
    @APIResponse(responseCode = "429", description = "Too many unpaid checkouts hold goods for this buyer")
    @APIResponse(
            responseCode = "503",
            description = "The way to pay cannot be reached; Retry-After says when to repeat")
    public Response pay(
            @PathParam("id") String token, @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, PayInput input) {
        var wish = new PayRequest(
                input.gateway(), input.seal(), IdempotencyKey.formKey(key), ClientAddress.of(request), pages(token));
        return told(checkouts.pay(token, wish));
    }

    @POST
    @Path("{id}/finish")
    @Open
    @Operation(
            summary = "Asks the gateway what became of the payment and settles the checkout accordingly",
            description = "Repeating is safe. Without it the same happens by the gateway's message or a little later.")
    @APIResponse(
            responseCode = "200",
            description = "PLACED, OPEN or REFUNDED",
            content = @Content(schema = @Schema(ref = "CheckoutOutcome")))
    @APIResponse(
            responseCode = "202",
            description = "WAITING: ask again",
            content = @Content(schema = @Schema(ref = "CheckoutOutcome")))
    public Response finish(@PathParam("id") String token) {
        var outcome = checkouts.finish(token);
        if (outcome instanceof Outcome.Waiting) {
            var checkout = checkouts.view(token);
            if (checkout.state() != CheckoutView.State.PAYING) {
                // Nobody has paid or is paying.
                throw CheckoutRefusals.moved(checkout);
            }
        }
        return OutcomeBody.of(outcome);
    }

    @DELETE
    @Path("{id}/payment")
    @Open
    @Operation(summary = "Gives up a payment that is under way and opens the checkout again; what is paid stays paid")
    @APIResponse(
            responseCode = "200",
            description = "OPEN, or PLACED if it had been paid",
            content = @Content(schema = @Schema(ref = "CheckoutOutcome")))
    @APIResponse(
            responseCode = "202",
            description = "WAITING: the gateway has not said yet",
            content = @Content(schema = @Schema(ref = "CheckoutOutcome")))
    public Response callOff(@PathParam("id") String token) {
        return OutcomeBody.of(checkouts.callOff(token));
    }

    private static Response told(PayResult result) {
        if (result instanceof PayResult.Placed placed) {
            return OutcomeBody.placed(placed.order());
        }
        if (result instanceof PayResult.Redirect redirect) {
            return OutcomeBody.redirect(redirect.url());
        }
        if (result instanceof PayResult.PriceChanged changed) {
            throw CheckoutRefusals.changed(ReviewBody.of(changed.deal(), changed.seal()), changed.lostCoupon());
        }
        if (result instanceof PayResult.OutOfStock gone) {
            throw CheckoutRefusals.outOfStock(gone.shortages());
        }
        if (result instanceof PayResult.Incomplete incomplete) {
            throw CheckoutRefusals.incomplete(incomplete.checkout());
        }
        if (result instanceof PayResult.Unavailable unavailable) {
            throw CheckoutRefusals.unavailable(unavailable.retryAfterSeconds());
        }
        if (result instanceof PayResult.TooMany many) {
            throw CheckoutRefusals.tooMany(many.retryAfterSeconds());
        }
        throw CheckoutRefusals.moved(((PayResult.Moved) result).checkout());
    }

    /** Where the gateway sends the buyer: the marketplace's page, in the language asked for. */
    private PayPages pages(String token) {
        var back = tenancy.address(tenancy.current()) + paths.base(shopper.locale()) + "/checkout/return?checkout="
                + token;
        return new PayPages(back, back + "&back=true");
    }
}
