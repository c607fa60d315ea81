package dev.galleria.search.rest;

import dev.galleria.platform.Idempotency.Answer;
import dev.galleria.platform.Json;
import dev.galleria.platform.rest.Creation;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.ReadOnly;
import dev.galleria.platform.rest.Tags;
import dev.galleria.search.merchandising.Redirect;
import dev.galleria.search.merchandising.RedirectDraft;
import dev.galleria.search.merchandising.RedirectId;
import dev.galleria.search.merchandising.Redirects;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Words that lead to a page of the marketplace. */
@Path("v1/search/redirects")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "search")
@SecurityRequirement(name = "token")
public class RedirectResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    Redirects redirects;

    @Inject
    Desk desk;

    @Inject
    Creation creation;

    /** Words, and the path that they lead to, without a language in front. */
    @Schema(name = "RedirectInput")
    @ReadOnly({"id"})
    public record Input(String query, String path) {
        private RedirectDraft draft() {
            return new RedirectDraft(query, path);
        }
    }

    /** A redirect as it is kept: words in their plain form. */
    @Schema(name = "RedirectBody")
    public record RedirectBody(String id, String query, String path) {
        private static RedirectBody of(Redirect redirect) {
            return new RedirectBody(PublicId.of(redirect.id()), redirect.query(), redirect.path());
        }
    }

    /** A page of them; next goes into {@code after}. */
    @Schema(name = "RedirectPage")
    public record Page(List<RedirectBody> items, @Nullable String next) {}

    @GET
    @Operation(summary = "All, page after page")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(ref = "RedirectPage")))
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        desk.require();
        var part =
                desk.part("redirects", redirects.list(), one -> one.id().value().toString(), limit, after);
        var items = part.items().stream().map(RedirectBody::of).toList();
        return Tags.ok(new Page(items, part.next()), ifNoneMatch, PRIVATE);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them")
    @APIResponse(
            responseCode = "200",
            description = "With its ETag",
            content = @Content(schema = @Schema(ref = "RedirectBody")))
    public Response read(
            @PathParam("id") String text, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        desk.require();
        return Tags.ok(RedirectBody.of(redirects.read(id(text))), ifNoneMatch, PRIVATE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds one")
    @APIResponse(
            responseCode = "201",
            description = "As it is kept",
            content = @Content(schema = @Schema(ref = "RedirectBody")))
    public Response create(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, Input input) {
        var owner = desk.require();
        return creation.once(owner, key, "POST /v1/search/redirects", input, () -> created(input));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes one; If-Match names the ETag that was seen")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(ref = "RedirectBody")))
    public Response change(
            @PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Input input) {
        desk.require();
        var known = seen(text, ifMatch);
        Desk.written(redirects.change(known.id(), known.version(), input.draft()));
        return Tags.ok(RedirectBody.of(redirects.read(known.id())), null, PRIVATE);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes one; If-Match names the ETag that was seen")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        desk.require();
        var known = seen(text, ifMatch);
        redirects.remove(known.id(), known.version());
    }

    private Redirect seen(String text, @Nullable String ifMatch) {
        var known = redirects.read(id(text));
        Tags.requireMatch(ifMatch, Tags.of(RedirectBody.of(known)));
        return known;
    }

    private Answer created(Input input) {
        var body = RedirectBody.of(redirects.read(new RedirectId(Desk.written(redirects.add(input.draft())))));
        return new Answer(201, Json.write(body), Tags.of(body), "/api/v1/search/redirects/" + body.id());
    }

    private static RedirectId id(String text) {
        return PublicId.require(text, RedirectId.class, RedirectId::new);
    }
}
