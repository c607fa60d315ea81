package dev.galleria.catalog.rest;

import dev.galleria.catalog.collections.CollectionId;
import dev.galleria.catalog.collections.Collections;
import dev.galleria.catalog.collections.EditedCollection;
import dev.galleria.catalog.collections.Saved;
import dev.galleria.catalog.collections.ShopCollections;
import dev.galleria.catalog.collections.ShownCollection;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Idempotency.Answer;
import dev.galleria.platform.Json;
import dev.galleria.platform.Problem;
import dev.galleria.platform.rest.Creation;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Tags;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Collections: what shoppers see for everybody, rules and unpublished ones for the marketplace's people. */
@Path("v1/collections")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "collections")
public class CollectionResource {
    private static final String PRIVATE = "private, no-cache";
    private static final String PUBLIC = "public, max-age=5";

    @Inject
    Collections collections;

    @Inject
    ShopCollections shown;

    @Inject
    Shelf shelf;

    @Inject
    Editors editors;

    @Inject
    Creation creation;

    /** Collections in their order. */
    @Schema(name = "CollectionList")
    public record Page(List<Shown> items) {}

    /** A collection in one language; its products are at /products?collection= with its slug. */
    @Schema(name = "ShownCollection")
    public record Shown(String id, String slug, String title, String description, String sort, int productCount) {
        private static Shown of(ShownCollection one) {
            return new Shown(
                    PublicId.of(one.id()),
                    one.slug(),
                    one.title(),
                    one.description(),
                    one.sort().code(),
                    one.products());
        }
    }

    /** What belongs to the marketplace's people. */
    @Schema(name = "CollectionBodies")
    public record Bodies(List<CollectionBody> items) {}

    @GET
    @Operation(
            summary =
                    "Collections in their order: all of them for their editors, else those that have products to show")
    @APIResponse(
            responseCode = "200",
            description = "The collections; picked products are left out here",
            content = @Content(schema = @Schema(ref = "CollectionList")))
    public Response list(
            @QueryParam("locale") @Nullable String locale,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var editor = staff();
        return editor.isPresent()
                ? Tags.ok(
                        new Bodies(collections.list(editor.get()).stream()
                                .map(CollectionBody::of)
                                .toList()),
                        ifNoneMatch,
                        PRIVATE)
                : Tags.ok(
                        new Page(shown.list(shelf.locale(locale), Collections.MOST).stream()
                                .map(Shown::of)
                                .toList()),
                        ifNoneMatch,
                        PUBLIC);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A collection: whole for its editors, else as shoppers see it in one language")
    @APIResponse(
            responseCode = "200",
            description = "The collection with its ETag",
            content = @Content(schema = @Schema(ref = "CollectionBody")))
    @APIResponse(responseCode = "404", description = "There is none that the caller may see")
    public Response read(
            @PathParam("id") String text,
            @QueryParam("locale") @Nullable String locale,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var editor = staff();
        if (editor.isPresent()) {
            return Tags.ok(CollectionBody.of(collections.read(editor.get(), id(text))), ifNoneMatch, PRIVATE);
        }
        var found = shown.find(id(text), shelf.locale(locale))
                .orElseThrow(() -> Problem.notFound("catalog/unknown-collection", text));
        return Tags.ok(Shown.of(found), ifNoneMatch, PUBLIC);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(summary = "Adds a collection, with a rule or with products; with an Idempotency-Key once")
    @APIResponse(
            responseCode = "201",
            description = "The collection",
            content = @Content(schema = @Schema(ref = "CollectionBody")))
    @APIResponse(responseCode = "422", description = "The content has faults, or the key was used for other content")
    public Response create(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, CollectionInput input) {
        var editor = editors.require();
        return creation.once(editors.owner(), key, "POST /v1/collections", input, () -> created(editor, input));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(summary = "Replaces the collection's content; If-Match names the ETag that was seen")
    @APIResponse(
            responseCode = "200",
            description = "The collection as it is now",
            content = @Content(schema = @Schema(ref = "CollectionBody")))
    @APIResponse(responseCode = "412", description = "Somebody else has changed it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("id") String text,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            CollectionInput input) {
        var editor = editors.require();
        var known = seen(editor, text, ifMatch);
        if (collections.change(editor, known.id(), known.version(), input.draft()) instanceof Saved.Invalid invalid) {
            throw Editors.refusal(invalid.faults());
        }
        return Tags.ok(CollectionBody.of(collections.read(editor, known.id())), null, PRIVATE);
    }

    @DELETE
    @Path("{id}")
    @SecurityRequirement(name = "token")
    @Operation(summary = "Ends the collection, not its products; If-Match names the ETag that was seen")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var editor = editors.require();
        var known = seen(editor, text, ifMatch);
        collections.delete(editor, known.id(), known.version());
    }

    private EditedCollection seen(Editor editor, String text, @Nullable String ifMatch) {
        var known = collections.read(editor, id(text));
        Tags.requireMatch(ifMatch, Tags.of(CollectionBody.of(known)));
        return known;
    }

    private Answer created(Editor editor, CollectionInput input) {
        var saved = collections.create(editor, input.draft());
        if (saved instanceof Saved.Done done) {
            var body = CollectionBody.of(collections.read(editor, done.collection()));
            return new Answer(201, Json.write(body), Tags.of(body), "/api/v1/collections/" + body.id());
        }
        throw Editors.refusal(((Saved.Invalid) saved).faults());
    }

    /** The marketplace's own people; sellers see what shoppers see. */
    private Optional<Editor> staff() {
        return editors.find().filter(editor -> editor.seller() == null);
    }

    private static CollectionId id(String text) {
        return PublicId.require(text, CollectionId.class, CollectionId::new);
    }
}
