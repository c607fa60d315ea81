package dev.galleria.pricing.promotions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promotion as the marketplace's people see it.
 *
 * @param group the customers it is for; null for all
 * @param uses of its coupons, all together, that have not been given back
 */
public record PromotionRow(
        Promotion promotion,
        @Nullable UUID group,
        boolean needsCoupon,
        boolean active,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        int coupons,
        long uses) {
    /** What was written to make it. */
    public PromotionTerms terms() {
        return new PromotionTerms(
                promotion.name(),
                promotion.kind(),
                promotion.value(),
                promotion.buy(),
                promotion.get(),
                promotion.stacking(),
                promotion.position(),
                promotion.minSubtotal(),
                promotion.minQuantity(),
                group,
                promotion.targets(),
                needsCoupon,
                startsAt,
                endsAt,
                active);
    }
}
