package dev.galleria.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.hibernate.search.backend.elasticsearch.search.predicate.dsl.ElasticsearchSearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;

/**
 * The score that {@link Rank} gives, as a script that OpenSearch runs. A part of a query cannot be put inside a piece of JSON
 * while the query is made: so the script is noted beside the words, and put around them when the request is whole.
 */
final class OpenSearchRank {
    private static final String SCRIPT_SCORE = "script_score";

    /** {@link Merits}, in Painless. */
    private static final String SOURCE =
            """
            long value(def doc, String field) { return doc[field].size() == 0 ? 0L : doc[field].value; }
            double magnitude(long number, def many) { return Math.min(1, Math.log1p(number) / Math.log1p(many)); }
            long reviews = value(doc, 'ratingCount');
            long rating = value(doc, 'rating');
            boolean inStock = doc['inStock'].size() > 0 && doc['inStock'].value;
            double age = doc['publishedAt'].size() == 0
                ? params.now
                : params.now - doc['publishedAt'].value.toInstant().toEpochMilli();
            double text = _score;
            return params.TEXT * (text / (text + params.fairText))
                + params.RATING * ((double) (rating * reviews + params.usualRating * params.usualReviews)
                    / (reviews + params.usualReviews) - 100) / 400
                + params.REVIEWS * magnitude(reviews, params.manyReviews)
                + params.SELLER * (Math.max(0, value(doc, 'sellerRating') - 100) / 400.0)
                + params.AVAILABILITY * (inStock ? 1 : 0)
                + params.RECENCY * Math.pow(0.5, Math.max(0, age) / params.day / params.halfLifeDays)
                + params.SALES * magnitude(value(doc, 'soldLately'), params.manySold)
                + params.CLICKS * Math.min(1, (value(doc, 'clicked') + 1) / (value(doc, 'seen') / 1000.0 + 20) * 5);
            """;

    private OpenSearchRank() {}

    /** What is found by these words, with the script noted. */
    static PredicateFinalStep of(ElasticsearchSearchPredicateFactory make, SearchPredicate words, Rank rank) {
        return make.bool().must(words).filter(make.fromJson(note(rank)));
    }

    private static JsonObject note(Rank rank) {
        var params = new JsonObject();
        rank.weights().byFactor().forEach((factor, weight) -> params.addProperty(factor.name(), weight));
        params.addProperty("now", rank.now());
        Merits.CONSTANTS.forEach(params::addProperty);
        var script = new JsonObject();
        script.addProperty("lang", "painless");
        script.addProperty("source", SOURCE);
        script.add("params", params);
        var note = new JsonObject();
        note.add("script", script);
        return object(SCRIPT_SCORE, note);
    }

    /** Puts noted scripts around what they score. */
    static void unfold(JsonElement part) {
        if (part instanceof JsonArray parts) {
            parts.forEach(OpenSearchRank::unfold);
        } else if (part instanceof JsonObject object) {
            var found = noted(object);
            if (found.isPresent()) {
                var note = found.get();
                note.add("query", object.getAsJsonObject("bool").get("must"));
                object.remove("bool");
                object.add(SCRIPT_SCORE, note);
            } else {
                object.entrySet().stream().map(Map.Entry::getValue).toList().forEach(OpenSearchRank::unfold);
            }
        }
    }

    private static Optional<JsonObject> noted(JsonObject object) {
        return object.get("bool") instanceof JsonObject bool
                        && bool.get("filter") instanceof JsonObject filter
                        && filter.get(SCRIPT_SCORE) instanceof JsonObject note
                        && !note.has("query")
                ? Optional.of(note)
                : Optional.empty();
    }

    private static JsonObject object(String name, JsonElement value) {
        var object = new JsonObject();
        object.add(name, value);
        return object;
    }
}
