package dev.galleria.search.rest;

import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Idempotency.Answer;
import dev.galleria.platform.Json;
import dev.galleria.platform.rest.Creation;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.ReadOnly;
import dev.galleria.platform.rest.Tags;
import dev.galleria.search.merchandising.Rule;
import dev.galleria.search.merchandising.RuleAction;
import dev.galleria.search.merchandising.RuleDraft;
import dev.galleria.search.merchandising.RuleId;
import dev.galleria.search.merchandising.Rules;
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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where single products stand, for certain words or in a department. */
@Path("v1/search/rules")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "search")
@SecurityRequirement(name = "token")
public class RuleResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    Rules rules;

    @Inject
    Desk desk;

    @Inject
    Creation creation;

    /** Either words or a category; a position for PIN, points for BOOST. */
    @Schema(name = "RuleInput")
    @ReadOnly({"id"})
    public record Input(
            @Nullable String query,
            @Schema(type = SchemaType.STRING) @Nullable CategoryId category,
            @Schema(type = SchemaType.STRING) ProductId product,
            RuleAction action,
            @Nullable Integer position,
            @Nullable Integer points,
            @Nullable Instant from,
            @Nullable Instant until) {
        private RuleDraft draft() {
            return new RuleDraft(query, category, product, action, position, points, from, until);
        }
    }

    /** A rule as it is kept: words in their plain form. */
    @Schema(name = "RuleBody")
    public record RuleBody(
            String id,
            @Nullable String query,
            @Nullable String category,
            String product,
            RuleAction action,
            @Nullable Integer position,
            @Nullable Integer points,
            @Nullable Instant from,
            @Nullable Instant until) {
        private static RuleBody of(Rule rule) {
            var category = rule.category();
            return new RuleBody(
                    PublicId.of(rule.id()),
                    rule.query(),
                    category == null ? null : PublicId.of(category),
                    PublicId.of(rule.product()),
                    rule.action(),
                    rule.position(),
                    rule.points(),
                    rule.from(),
                    rule.until());
        }
    }

    /** A page of them; next goes into {@code after}. */
    @Schema(name = "RulePage")
    public record Page(List<RuleBody> items, @Nullable String next) {}

    @GET
    @Operation(summary = "All, page after page")
    @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(ref = "RulePage")))
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        desk.require();
        var part = desk.part("rules", rules.list(), one -> one.id().value().toString(), limit, after);
        var items = part.items().stream().map(RuleBody::of).toList();
        return Tags.ok(new Page(items, part.next()), ifNoneMatch, PRIVATE);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them")
    @APIResponse(
            responseCode = "200",
            description = "With its ETag",
            content = @Content(schema = @Schema(ref = "RuleBody")))
    public Response read(
            @PathParam("id") String text, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        desk.require();
        return Tags.ok(RuleBody.of(rules.read(id(text))), ifNoneMatch, PRIVATE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds one")
    @APIResponse(
            responseCode = "201",
            description = "As it is kept",
            content = @Content(schema = @Schema(ref = "RuleBody")))
    public Response create(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, Input input) {
        var owner = desk.require();
        return creation.once(owner, key, "POST /v1/search/rules", input, () -> created(input));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes one; If-Match names the ETag that was seen")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(ref = "RuleBody")))
    public Response change(
            @PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Input input) {
        desk.require();
        var known = seen(text, ifMatch);
        Desk.written(rules.change(known.id(), known.version(), input.draft()));
        return Tags.ok(RuleBody.of(rules.read(known.id())), null, PRIVATE);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes one; If-Match names the ETag that was seen")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        desk.require();
        var known = seen(text, ifMatch);
        rules.remove(known.id(), known.version());
    }

    private Rule seen(String text, @Nullable String ifMatch) {
        var known = rules.read(id(text));
        Tags.requireMatch(ifMatch, Tags.of(RuleBody.of(known)));
        return known;
    }

    private Answer created(Input input) {
        var body = RuleBody.of(rules.read(new RuleId(Desk.written(rules.add(input.draft())))));
        return new Answer(201, Json.write(body), Tags.of(body), "/api/v1/search/rules/" + body.id());
    }

    private static RuleId id(String text) {
        return PublicId.require(text, RuleId.class, RuleId::new);
    }
}
