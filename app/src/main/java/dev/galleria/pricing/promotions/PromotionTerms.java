package dev.galleria.pricing.promotions;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promotion as the marketplace's people write it; amounts in the marketplace's own currency.
 *
 * @param value, buy, get, position, minSubtotal, minQuantity, targets see {@link Promotion}
 * @param group the customers it is for; null for all
 * @param needsCoupon whether it takes a code
 * @param startsAt null for at once
 * @param endsAt null for no end
 */
public record PromotionTerms(
        String name,
        Promotion.Kind kind,
        long value,
        int buy,
        int get,
        Promotion.Stacking stacking,
        int position,
        long minSubtotal,
        int minQuantity,
        @Nullable UUID group,
        Set<UUID> targets,
        boolean needsCoupon,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        boolean active) {
    /** Larger amounts nobody takes off. */
    static final long MOST = 1_000_000_000_000L;

    /** What is wrong with it, as the ends of the texts' keys; empty if nothing is. */
    Optional<String> fault() {
        if (name.isBlank() || name.length() > 80) {
            return Optional.of("name");
        }
        boolean percent = kind == Promotion.Kind.PERCENT || kind == Promotion.Kind.BUY_GET;
        if (percent && (value < 1 || value > Promotion.WHOLE)
                || kind == Promotion.Kind.FIXED && (value < 1 || value > MOST)) {
            return Optional.of("value");
        }
        if (kind == Promotion.Kind.BUY_GET && (buy < 1 || get < 1 || buy > 99 || get > 99)) {
            return Optional.of("quantities");
        }
        if (kind == Promotion.Kind.GIFT && targets.isEmpty()) {
            return Optional.of("gift");
        }
        if (minSubtotal < 0 || minSubtotal > MOST || minQuantity < 0 || minQuantity > 9_999) {
            return Optional.of("conditions");
        }
        return startsAt != null && endsAt != null && !startsAt.isBefore(endsAt)
                ? Optional.of("times")
                : Optional.empty();
    }
}
