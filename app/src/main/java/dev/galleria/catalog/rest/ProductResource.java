package dev.galleria.catalog.rest;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Assortment;
import dev.galleria.catalog.editing.Edit;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Idempotency.Answer;
import dev.galleria.platform.Json;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Products: lists and pages for everybody, whole content for those who may edit it. */
@Path("v1/products")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "products")
public class ProductResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    Shelf shelf;

    @Inject
    Assortment assortment;

    @Inject
    Editors editors;

    @Inject
    Creation creation;

    @Context
    UriInfo uri;

    @GET
    @Operation(
            summary = "Products that shoppers see, page after page",
            description =
                    "Filters: category, brand, seller (slugs, several with commas), min and max (major units), stock=1, "
                            + "stars, f.<attribute>. sort is best-selling, newest, price-up, price-down or rating.")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is the address of the following one",
            content = @Content(schema = @Schema(ref = "ProductPage")))
    public Response list(
            @QueryParam("category") @Nullable String category,
            @QueryParam("brand") @Nullable String brand,
            @QueryParam("seller") @Nullable String seller,
            @QueryParam("min") @Nullable String min,
            @QueryParam("max") @Nullable String max,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @QueryParam("locale") @Nullable String locale,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return shelf.list(uri, ifNoneMatch);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A product: with its whole content for its editors, else as shoppers see it in one language")
    @APIResponse(
            responseCode = "200",
            description = "The product with its ETag",
            content = @Content(schema = @Schema(ref = "ProductBody")))
    @APIResponse(responseCode = "404", description = "There is none that the caller may see")
    @APIResponse(responseCode = "410", description = "It has been deleted")
    public Response read(
            @PathParam("id") String text,
            @QueryParam("locale") @Nullable String locale,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var id = id(text);
        var edited = editors.find().flatMap(editor -> assortment.find(editor, id));
        return edited.isPresent()
                ? Tags.ok(EditedBody.of(edited.get()), ifNoneMatch, PRIVATE)
                : shelf.read(id, locale, ifNoneMatch);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(summary = "Takes a new product in; with an Idempotency-Key however often it is sent, once")
    @APIResponse(
            responseCode = "201",
            description = "The product",
            content = @Content(schema = @Schema(ref = "EditedBody")))
    @APIResponse(responseCode = "422", description = "The content has faults, or the key was used for other content")
    public Response create(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, ProductInput input) {
        var editor = editors.require();
        return creation.once(editors.owner(), key, "POST /v1/products", input, () -> created(editor, input));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(summary = "Replaces the product's content; If-Match names the ETag that was seen")
    @APIResponse(
            responseCode = "200",
            description = "The product as it is now",
            content = @Content(schema = @Schema(ref = "EditedBody")))
    @APIResponse(responseCode = "412", description = "Somebody else has changed it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("id") String text,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ProductInput input) {
        var editor = editors.require();
        var known = assortment.read(editor, id(text));
        Tags.requireMatch(ifMatch, Tags.of(EditedBody.of(known)));
        var edit = assortment.change(editor, known.id(), known.version(), input.draft());
        if (edit instanceof Edit.Invalid invalid) {
            throw Editors.refusal(invalid.faults());
        }
        return Tags.ok(EditedBody.of(assortment.read(editor, known.id())), null, PRIVATE);
    }

    @DELETE
    @Path("{id}")
    @SecurityRequirement(name = "token")
    @Operation(summary = "Ends the product for good; If-Match names the ETag that was seen")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var editor = editors.require();
        var known = assortment.read(editor, id(text));
        Tags.requireMatch(ifMatch, Tags.of(EditedBody.of(known)));
        assortment.delete(editor, known.id(), known.version());
    }

    /** An address that shows a product before it is published. */
    @Schema(name = "Preview")
    public record Preview(String path) {}

    @POST
    @Path("{id}/previews")
    @SecurityRequirement(name = "token")
    @Operation(summary = "A link that shows the product to whoever has it, published or not, for seven days")
    @APIResponse(
            responseCode = "201",
            description = "The link's path",
            content = @Content(schema = @Schema(ref = "Preview")))
    public Response preview(@PathParam("id") String text) {
        var path = assortment.previewPath(editors.require(), id(text));
        return Response.created(URI.create(path)).entity(new Preview(path)).build();
    }

    private Answer created(Editor editor, ProductInput input) {
        var edit = assortment.create(editor, input.draft());
        if (edit instanceof Edit.Done done) {
            var body = EditedBody.of(assortment.read(editor, done.product()));
            return new Answer(201, Json.write(body), Tags.of(body), "/api/v1/products/" + body.id());
        }
        throw Editors.refusal(((Edit.Invalid) edit).faults());
    }

    private static ProductId id(String text) {
        return PublicId.require(text, ProductId.class, ProductId::new);
    }
}
