package dev.galleria.search.rest;

import dev.galleria.platform.Idempotency.Answer;
import dev.galleria.platform.Json;
import dev.galleria.platform.rest.Creation;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.ReadOnly;
import dev.galleria.platform.rest.Tags;
import dev.galleria.search.merchandising.Synonym;
import dev.galleria.search.merchandising.SynonymDraft;
import dev.galleria.search.merchandising.SynonymId;
import dev.galleria.search.merchandising.Synonyms;
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

/** Words that stand for the same, by language. */
@Path("v1/search/synonyms")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "search")
@SecurityRequirement(name = "token")
public class SynonymResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    Synonyms synonyms;

    @Inject
    Desk desk;

    @Inject
    Creation creation;

    /** Words; with means they stand for those too, otherwise for each other. */
    @Schema(name = "SynonymInput")
    @ReadOnly({"id"})
    public record Input(String locale, List<String> words, @Nullable List<String> means) {
        private SynonymDraft draft() {
            return new SynonymDraft(locale, words, means == null ? List.of() : means);
        }
    }

    /** A group as it is kept. */
    @Schema(name = "SynonymBody")
    public record SynonymBody(String id, String locale, List<String> words, List<String> means) {
        private static SynonymBody of(Synonym group) {
            return new SynonymBody(PublicId.of(group.id()), group.locale(), group.words(), group.means());
        }
    }

    /** A page of them; next goes into {@code after}. */
    @Schema(name = "SynonymPage")
    public record Page(List<SynonymBody> items, @Nullable String next) {}

    @GET
    @Operation(summary = "All, page after page")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(ref = "SynonymPage")))
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        desk.require();
        var part =
                desk.part("synonyms", synonyms.list(), one -> one.id().value().toString(), limit, after);
        var items = part.items().stream().map(SynonymBody::of).toList();
        return Tags.ok(new Page(items, part.next()), ifNoneMatch, PRIVATE);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them")
    @APIResponse(
            responseCode = "200",
            description = "With its ETag",
            content = @Content(schema = @Schema(ref = "SynonymBody")))
    public Response read(
            @PathParam("id") String text, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        desk.require();
        return Tags.ok(SynonymBody.of(synonyms.read(id(text))), ifNoneMatch, PRIVATE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds one")
    @APIResponse(
            responseCode = "201",
            description = "As it is kept",
            content = @Content(schema = @Schema(ref = "SynonymBody")))
    public Response create(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, Input input) {
        var owner = desk.require();
        return creation.once(owner, key, "POST /v1/search/synonyms", input, () -> created(input));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes one; If-Match names the ETag that was seen")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(ref = "SynonymBody")))
    public Response change(
            @PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Input input) {
        desk.require();
        var known = seen(text, ifMatch);
        Desk.written(synonyms.change(known.id(), known.version(), input.draft()));
        return Tags.ok(SynonymBody.of(synonyms.read(known.id())), null, PRIVATE);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes one; If-Match names the ETag that was seen")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        desk.require();
        var known = seen(text, ifMatch);
        synonyms.remove(known.id(), known.version());
    }

    private Synonym seen(String text, @Nullable String ifMatch) {
        var known = synonyms.read(id(text));
        Tags.requireMatch(ifMatch, Tags.of(SynonymBody.of(known)));
        return known;
    }

    private Answer created(Input input) {
        var body = SynonymBody.of(synonyms.read(new SynonymId(Desk.written(synonyms.add(input.draft())))));
        return new Answer(201, Json.write(body), Tags.of(body), "/api/v1/search/synonyms/" + body.id());
    }

    private static SynonymId id(String text) {
        return PublicId.require(text, SynonymId.class, SynonymId::new);
    }
}
