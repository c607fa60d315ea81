package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Lists newest first, cut by {@code limit}, {@code starting_after}, {@code ending_before} and {@code created}. */
final class Pages {
    /** The parameters that every list takes. */
    static final String[] COMMON = {"limit", "starting_after", "ending_before", "created", "expand"};

    private Pages() {}

    static String[] and(String... more) {
        List<String> all = new ArrayList<>(List.of(COMMON));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    static Answer list(Request request, Change change, String kind, Predicate<ObjectNode> filter) {
        Params params = request.params();
        List<ObjectNode> all = new ArrayList<>(
                change.all(kind).filter(filter).filter(created(params)).toList());
        Collections.reverse(all);
        int limit = limit(params);
        int from = params.text("starting_after")
                .map(id -> position(all, id, kind) + 1)
                .orElse(0);
        int to = Math.min(all.size(), from + limit);
        boolean more = to < all.size();
        if (params.has("ending_before")) {
            to = position(all, params.requiredText("ending_before"), kind);
            from = Math.max(0, to - limit);
            more = from > 0;
        }
        return Answer.json(200, new View(change).list(request, all.subList(from, to), more));
    }

    static int limit(Params params) {
        long limit = params.number("limit").orElse(10L);
        if (limit < 1 || limit > 100) {
            throw Refusal.invalid("parameter_invalid_integer", "Invalid limit: must be between 1 and 100", "limit");
        }
        return (int) limit;
    }

    private static int position(List<ObjectNode> all, String id, String kind) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).path("id").asText().equals(id)) {
                return i;
            }
        }
        throw Refusal.missing(kind, id);
    }

    private static Predicate<ObjectNode> created(Params params) {
        Params range = params.below("created");
        Predicate<ObjectNode> all = object -> true;
        return all.and(bound(params.number("created").orElse(null), 0, 0))
                .and(bound(range.number("gt").orElse(null), 1, Long.MAX_VALUE))
                .and(bound(range.number("gte").orElse(null), 0, Long.MAX_VALUE))
                .and(bound(range.number("lt").orElse(null), Long.MIN_VALUE, -1))
                .and(bound(range.number("lte").orElse(null), Long.MIN_VALUE, 0));
    }

    private static Predicate<ObjectNode> bound(Long instant, long least, long most) {
        return object -> {
            if (instant == null) {
                return true;
            }
            long difference = object.path("created").asLong() - instant;
            return difference >= least && difference <= most;
        };
    }
}
