package dev.galleria.order.rest;

import dev.galleria.account.Account;
import dev.galleria.cart.Carts;
import dev.galleria.cart.rest.Shopper;
import dev.galleria.order.Checkouts;
import dev.galleria.order.ReviewResult;
import dev.galleria.order.StepResult;
import dev.galleria.platform.Idempotency.Answer;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.platform.rest.ApiFault;
import dev.galleria.platform.rest.Creation;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.Open;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** From cart to order: begin, address, shipping, review, pay. A checkout's id is the right to it. */
@Path("v1/checkouts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "checkout")
public class CheckoutResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    Checkouts checkouts;

    @Inject
    Carts carts;

    @Inject
    Shopper shopper;

    @Inject
    Creation creation;

    /** A checkout that has begun. */
    @Schema(name = "BegunCheckout")
    public record Begun(String id, String href) {}

    /** Where it goes and whom to write to; an account's own address if no e-mail is given. */
    @Schema(name = "Destination")
    public record Destination(@Nullable String email, AddressBody address) {}

    /** How each seller's parcel is sent: the option's code by the seller's id. */
    @Schema(name = "ShippingChoices")
    public record Choices(Map<String, String> choices) {}

    @POST
    @Open
    @Operation(
            summary = "Begins a checkout of the cart, or gives the one that it has",
            description = "Language and currency are those of the address's locale and currency. Prices of this moment "
                    + "are taken as seen.")
    @APIResponse(
            responseCode = "201",
            description = "Its id",
            content = @Content(schema = @Schema(ref = "BegunCheckout")))
    public Response begin(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key) {
        var cart = shopper.cart();
        // A cart that must be read from its copy is read here: not while a transaction waits for it.
        carts.count(cart);
        var input = List.of(shopper.locale().toLanguageTag(), shopper.currency().getCurrencyCode());
        return creation.once(cart.value(), key, "POST /v1/checkouts", input, () -> {
            var begun = checkouts.start(cart, shopper.account().orElse(null), shopper.locale(), shopper.currency());
            var body = new Begun(begun.token(), "/api/v1/checkouts/" + begun.token());
            return new Answer(201, Json.write(body), Tags.of(body), body.href());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A checkout as it stands now, with the ways of sending each parcel")
    @APIResponse(
            responseCode = "200",
            description = "The checkout with its ETag",
            content = @Content(schema = @Schema(ref = "Checkout")))
    public Response read(
            @PathParam("id") String token, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Tags.ok(CheckoutBody.of(checkouts.view(token)), ifNoneMatch, PRIVATE);
    }

    @PUT
    @Path("{id}/address")
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says where it goes; the country must be one that the marketplace sends to")
    @APIResponse(responseCode = "200", description = "Kept", content = @Content(schema = @Schema(ref = "Checkout")))
    @APIResponse(responseCode = "409", description = "The checkout is not open; the member state says what it is")
    @APIResponse(responseCode = "422", description = "Faults, each with its place")
    public Response address(
            @PathParam("id") String token,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Destination input) {
        requireSeen(token, ifMatch);
        var email = input.email() != null
                ? input.email()
                : shopper.account().map(Account::email).orElse("");
        return told(checkouts.address(token, email, input.address().address()));
    }

    @PUT
    @Path("{id}/shipping")
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says how each seller's parcel is sent")
    @APIResponse(responseCode = "200", description = "Kept", content = @Content(schema = @Schema(ref = "Checkout")))
    @APIResponse(responseCode = "409", description = "The checkout is not open; the member state says what it is")
    @APIResponse(responseCode = "422", description = "Faults, each with its place")
    public Response shipping(
            @PathParam("id") String token, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Choices input) {
        requireSeen(token, ifMatch);
        return told(checkouts.shipping(token, choices(input)));
    }

    @GET
    @Path("{id}/review")
    @Operation(summary = "What would be paid now, from current prices, taxes and rates; changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "The figures and their seal",
            content = @Content(schema = @Schema(ref = "Review")))
    @APIResponse(responseCode = "409", description = "A step is missing, or the checkout is not open")
    public Response review(@PathParam("id") String token) {
        var result = checkouts.review(token);
        if (result instanceof ReviewResult.Ready ready) {
            return Tags.ok(ReviewBody.of(ready.deal(), ready.seal()), null, "no-store");
        }
        throw result instanceof ReviewResult.Incomplete incomplete
                ? CheckoutRefusals.incomplete(incomplete.checkout())
                : CheckoutRefusals.moved(((ReviewResult.Moved) result).checkout());
    }

    private void requireSeen(String token, @Nullable String ifMatch) {
        if (ifMatch != null) {
            Tags.requireMatch(ifMatch, Tags.of(CheckoutBody.of(checkouts.view(token))));
        }
    }

    private static Response told(StepResult result) {
        if (result instanceof StepResult.Accepted accepted) {
            return Tags.ok(CheckoutBody.of(accepted.checkout()), null, PRIVATE);
        }
        throw result instanceof StepResult.Rejected rejected
                ? CheckoutRefusals.rejected(rejected.faults(), CheckoutResource::place)
                : CheckoutRefusals.moved(((StepResult.Moved) result).checkout());
    }

    /** Where a fault's field stands in the body. */
    private static String place(String field) {
        if (field.startsWith("shipping.")) {
            return "/choices/"
                    + Ids.parse(field.substring("shipping.".length()))
                            .map(id -> PublicId.of(new SellerId(id)))
                            .orElse("");
        }
        return field.equals("email") ? "/email" : "/address/" + field;
    }

    private static Map<SellerId, String> choices(Choices input) {
        var faults = new ArrayList<ApiFault>();
        var choices = new HashMap<SellerId, String>();
        input.choices().forEach((seller, code) -> PublicId.read(seller, SellerId.class, SellerId::new)
                .ifPresentOrElse(
                        id -> choices.put(id, code),
                        () -> faults.add(new ApiFault("/choices", "id", "Choices are named by sellers' ids."))));
        if (!faults.isEmpty()) {
            throw Refusal.faults(faults);
        }
        return choices;
    }
}
