package dev.galleria.pricing.promotions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promotion as the marketplace's people see it.
 *
 * @param uses of its coupons, all together, that have not been given back
 */
public record PromotionRow(
        Promotion promotion,
        boolean needsCoupon,
        boolean active,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        int coupons,
        long uses) {}
