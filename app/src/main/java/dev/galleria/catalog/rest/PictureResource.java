package dev.galleria.catalog.rest;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.Assortment;
import dev.galleria.catalog.editing.Edit;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.media.Flaw;
import dev.galleria.catalog.media.Focus;
import dev.galleria.catalog.media.Kept;
import dev.galleria.catalog.media.Media;
import dev.galleria.catalog.media.PhotoKey;
import dev.galleria.catalog.media.PictureEdit;
import dev.galleria.catalog.media.PictureId;
import dev.galleria.catalog.media.Upload;
import dev.galleria.platform.Idempotency.Answer;
import dev.galleria.platform.Json;
import dev.galleria.platform.Texts;
import dev.galleria.platform.rest.Creation;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.rest.Tags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The pictures of a product, for those who may edit it. */
@Path("v1/products/{product}/pictures")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "products")
@SecurityRequirement(name = "token")
public class PictureResource {
    private static final String PRIVATE = "private, no-cache";
    private static final int TOO_LARGE = 413;
    private static final int WRONG_TYPE = 415;

    @Inject
    Media media;

    @Inject
    Assortment assortment;

    @Inject
    Editors editors;

    @Inject
    Creation creation;

    /** What is changed; what is left out stays as it is. */
    public record Change(
            @Nullable Map<String, String> alts,
            @Nullable Focus focus,
            @Nullable Integer position,
            @Schema(type = SchemaType.ARRAY, implementation = String.class) @Nullable List<VariantId> variants) {
        private PictureEdit edit() {
            return new PictureEdit(alts, focus, position, variants == null ? null : new HashSet<>(variants));
        }
    }

    /** What makes two uploads one. */
    public record Sent(String product, String picture) {}

    @GET
    @Operation(summary = "The product's pictures in their order")
    @APIResponse(
            responseCode = "200",
            description = "All pictures with their ETag",
            content = @Content(schema = @Schema(ref = "PictureList")))
    public Response list(
            @PathParam("product") String product,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer(editors.require(), id(product), ifNoneMatch);
    }

    @POST
    @Consumes({"image/*", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Adds a picture; with an Idempotency-Key however often it is sent, once",
            description = "The body is the file: JPEG, PNG, WebP or GIF (the first frame), known by its content, up to "
                    + "10 MB and 50 million pixels. It is turned upright, reduced to 2,400 pixels and written anew, "
                    + "without metadata. The same picture again is answered as it is there.")
    @RequestBody(
            content = {@Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))})
    @APIResponse(
            responseCode = "201",
            description = "The picture, last of the product's",
            content = @Content(schema = @Schema(ref = "PictureBody")))
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "415", description = "The file is no picture of these kinds")
    @APIResponse(
            responseCode = "422",
            description = "The picture is damaged or has too many pixels, or there are enough")
    @APIResponse(responseCode = "429", description = "Too many uploads in a short time")
    public Response add(
            @PathParam("product") String product,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String length,
            InputStream file)
            throws IOException {
        var editor = editors.require();
        var id = id(product);
        if (length != null && length.length() > 9) {
            throw refusal(Flaw.TOO_LARGE);
        }
        // Stored before anything is written, so that no transaction waits for it.
        var kept = media.keep(editor, id, file);
        if (kept instanceof Kept.Refused refused) {
            throw refusal(refused.flaw());
        }
        var photo = ((Kept.Stored) kept).key();
        return creation.once(
                editors.owner(),
                key,
                "POST /v1/products/pictures",
                new Sent(product, photo.text()),
                () -> added(editor, id, photo));
    }

    @GET
    @Path("{picture}")
    @Operation(summary = "One of the product's pictures")
    @APIResponse(
            responseCode = "200",
            description = "The picture with its ETag",
            content = @Content(schema = @Schema(ref = "PictureBody")))
    public Response read(
            @PathParam("product") String product,
            @PathParam("picture") String picture,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var found = media.find(editors.require(), id(product), new PictureId(picture));
        return Tags.ok(PictureBody.of(found), ifNoneMatch, PRIVATE);
    }

    @PATCH
    @Path("{picture}")
    @Consumes({MediaType.APPLICATION_JSON})
    @Operation(summary = "Changes texts, focus, place and variants; If-Match names the ETag of the list that was seen")
    @APIResponse(
            responseCode = "200",
            description = "All pictures as they are now",
            content = @Content(schema = @Schema(ref = "PictureList")))
    @APIResponse(responseCode = "412", description = "Somebody else has changed them")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("product") String product,
            @PathParam("picture") String picture,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Change change) {
        var editor = editors.require();
        var id = id(product);
        long version = seen(editor, id, ifMatch);
        var edit = media.change(editor, id, version, new PictureId(picture), change.edit());
        if (edit instanceof Edit.Invalid invalid) {
            throw Editors.refusal(invalid.faults());
        }
        return answer(editor, id, null);
    }

    @DELETE
    @Path("{picture}")
    @Operation(summary = "Takes a picture from the product; If-Match names the ETag of the list that was seen")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(
            @PathParam("product") String product,
            @PathParam("picture") String picture,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var editor = editors.require();
        var id = id(product);
        media.remove(editor, id, seen(editor, id, ifMatch), new PictureId(picture));
    }

    /** The version first: what is read after it cannot be older. */
    private long seen(Editor editor, ProductId product, @Nullable String ifMatch) {
        long version = assortment.read(editor, product).version();
        Tags.requireMatch(ifMatch, Tags.of(PictureBody.All.of(media.list(editor, product))));
        return version;
    }

    private Response answer(Editor editor, ProductId product, @Nullable String ifNoneMatch) {
        return Tags.ok(PictureBody.All.of(media.list(editor, product)), ifNoneMatch, PRIVATE);
    }

    private Answer added(Editor editor, ProductId product, PhotoKey photo) {
        var upload = media.attach(editor, product, photo, Map.of());
        if (upload instanceof Upload.Added added) {
            var body = PictureBody.of(added.picture());
            var place = "/api/v1/products/" + PublicId.of(product) + "/pictures/" + body.id();
            return new Answer(201, Json.write(body), Tags.of(body), place);
        }
        throw refusal(((Upload.Refused) upload).flaw());
    }

    private static Refusal refusal(Flaw flaw) {
        int status =
                switch (flaw) {
                    case TOO_LARGE -> TOO_LARGE;
                    case NOT_A_PICTURE, DRAWING -> WRONG_TYPE;
                    case EMPTY -> 400;
                    default -> 422;
                };
        return new Refusal(status, "media/" + flaw.code(), Texts.of(Locale.ENGLISH, flaw.key()));
    }

    private static ProductId id(String text) {
        return PublicId.require(text, ProductId.class, ProductId::new);
    }
}
