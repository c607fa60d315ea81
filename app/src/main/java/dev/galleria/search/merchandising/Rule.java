package dev.galleria.search.merchandising;

import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.ProductId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one product stands when certain words are looked for, or in a department; one of both is null.
 *
 * @param query in its plain form
 * @param position of a pinned product, from 1; otherwise null
 * @param points that a boosted product gets more, otherwise null
 * @param from when it begins to apply; null for at once
 * @param until when it no longer applies; null for never
 */
public record Rule(
        RuleId id,
        int version,
        @Nullable String query,
        @Nullable CategoryId category,
        ProductId product,
        RuleAction action,
        @Nullable Integer position,
        @Nullable Integer points,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Whether it applies at that moment. */
    public boolean applies(Instant now) {
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }
}
