package dev.galleria.catalog.rest;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.EditedOffer;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.OfferBook;
import dev.galleria.catalog.editing.OfferEdit;
import dev.galleria.catalog.editing.OfferTerms;
import dev.galleria.platform.Idempotency.Answer;
import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import dev.galleria.platform.rest.Creation;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.ReadOnly;
import dev.galleria.platform.rest.Tags;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sellers' offers one by one, also on products that others have described. */
@Path("v1/offers")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "offers")
@SecurityRequirement(name = "token")
public class OfferResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    OfferBook offers;

    @Inject
    Editors editors;

    @Inject
    Creation creation;

    /** What is asked for a variant; without a seller in the caller's own name. */
    public record NewOffer(
            @Schema(type = SchemaType.STRING) VariantId variant,
            @Schema(type = SchemaType.STRING) @Nullable SellerId seller,
            @Schema(ref = "MoneyBody") Money price,
            @Schema(ref = "MoneyBody") @Nullable Money listPrice,
            ProductInput.@Nullable Sale sale,
            @Nullable Integer handlingDays,
            @Nullable Boolean active) {
        private OfferTerms terms() {
            return OfferBody.terms(price, listPrice, sale, handlingDays, active);
        }
    }

    /** New terms of an offer. */
    @ReadOnly({"id", "variant", "product", "seller", "changedAt"})
    public record Terms(
            @Schema(ref = "MoneyBody") Money price,
            @Schema(ref = "MoneyBody") @Nullable Money listPrice,
            ProductInput.@Nullable Sale sale,
            @Nullable Integer handlingDays,
            @Nullable Boolean active) {
        private OfferTerms terms() {
            return OfferBody.terms(price, listPrice, sale, handlingDays, active);
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An offer of the caller's")
    @APIResponse(
            responseCode = "200",
            description = "The offer with its ETag",
            content = @Content(schema = @Schema(ref = "OfferBody")))
    public Response read(
            @PathParam("id") String text, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Tags.ok(OfferBody.of(offers.read(editors.require(), id(text))), ifNoneMatch, PRIVATE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Offers a variant, or changes the offer that the seller has for it")
    @APIResponse(
            responseCode = "201",
            description = "The offer",
            content = @Content(schema = @Schema(ref = "OfferBody")))
    public Response create(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, NewOffer input) {
        var editor = editors.require();
        return creation.once(editors.owner(), key, "POST /v1/offers", input, () -> created(editor, input));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes the terms; If-Match names the ETag that was seen")
    @APIResponse(
            responseCode = "200",
            description = "The offer as it is now",
            content = @Content(schema = @Schema(ref = "OfferBody")))
    public Response change(
            @PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Terms input) {
        var editor = editors.require();
        var known = seen(editor, text, ifMatch);
        var edit = offers.change(editor, known.id(), known.version(), input.terms());
        if (edit instanceof OfferEdit.Invalid invalid) {
            throw Editors.refusal(invalid.faults());
        }
        return Tags.ok(OfferBody.of(offers.read(editor, known.id())), null, PRIVATE);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Offers the variant no more; If-Match names the ETag that was seen")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var editor = editors.require();
        var known = seen(editor, text, ifMatch);
        offers.remove(editor, known.id(), known.version());
    }

    private EditedOffer seen(Editor editor, String text, @Nullable String ifMatch) {
        var known = offers.read(editor, id(text));
        Tags.requireMatch(ifMatch, Tags.of(OfferBody.of(known)));
        return known;
    }

    private Answer created(Editor editor, NewOffer input) {
        var seller = Optional.ofNullable(input.seller())
                .or(() -> Optional.ofNullable(editor.seller()))
                .orElseThrow(() -> Problem.refused("catalog/unknown-seller", "none named"));
        var edit = offers.put(editor, seller, input.variant(), input.terms());
        if (edit instanceof OfferEdit.Done done) {
            var body = OfferBody.of(offers.read(editor, done.offer()));
            return new Answer(201, Json.write(body), Tags.of(body), "/api/v1/offers/" + body.id());
        }
        throw Editors.refusal(((OfferEdit.Invalid) edit).faults());
    }

    private static OfferId id(String text) {
        return PublicId.require(text, OfferId.class, OfferId::new);
    }
}
