package dev.galleria.search.rest;

import dev.galleria.platform.rest.ApiFault;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.rest.Tags;
import dev.galleria.search.Factor;
import dev.galleria.search.Ranking;
import dev.galleria.search.Weights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How much each factor of the ranking weighs. */
@Path("v1/search/weights")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "search")
@SecurityRequirement(name = "token")
public class WeightResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    Ranking ranking;

    @Inject
    Desk desk;

    /** Weights from 0 to 100. */
    @Schema(name = "WeightsBody")
    public record Body(
            int text, int rating, int reviews, int seller, int availability, int recency, int sales, int clicks) {
        private static Body of(Weights weights) {
            return new Body(
                    weights.of(Factor.TEXT),
                    weights.of(Factor.RATING),
                    weights.of(Factor.REVIEWS),
                    weights.of(Factor.SELLER),
                    weights.of(Factor.AVAILABILITY),
                    weights.of(Factor.RECENCY),
                    weights.of(Factor.SALES),
                    weights.of(Factor.CLICKS));
        }

        private Weights weights() {
            var weights = new EnumMap<Factor, Integer>(Map.of(
                    Factor.TEXT, text,
                    Factor.RATING, rating,
                    Factor.REVIEWS, reviews,
                    Factor.SELLER, seller,
                    Factor.AVAILABILITY, availability,
                    Factor.RECENCY, recency,
                    Factor.SALES, sales,
                    Factor.CLICKS, clicks));
            var faults = new ArrayList<ApiFault>();
            weights.forEach((factor, weight) -> {
                if (weight < 0 || weight > Weights.MOST) {
                    faults.add(new ApiFault(
                            "/" + factor.name().toLowerCase(Locale.ROOT),
                            "weight",
                            "A weight is a number from 0 to " + Weights.MOST + "."));
                }
            });
            if (!faults.isEmpty()) {
                throw Refusal.faults(faults);
            }
            return new Weights(weights);
        }
    }

    @GET
    @Operation(summary = "The weights that apply")
    @APIResponse(
            responseCode = "200",
            description = "With their ETag",
            content = @Content(schema = @Schema(ref = "WeightsBody")))
    public Response read(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        desk.require();
        return Tags.ok(Body.of(ranking.weights()), ifNoneMatch, PRIVATE);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets all weights; If-Match names the ETag that was seen")
    @APIResponse(
            responseCode = "200",
            description = "As they are now",
            content = @Content(schema = @Schema(ref = "WeightsBody")))
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Body input) {
        desk.require();
        Tags.requireMatch(ifMatch, Tags.of(Body.of(ranking.weights())));
        var weights = input.weights();
        ranking.weigh(weights);
        return Tags.ok(Body.of(weights), null, PRIVATE);
    }
}
