package dev.galleria.pricing.promotions;

import org.jspecify.annotations.Nullable;

/** A coupon as the marketplace's people see it; no limit is null. */
public record CouponRow(
        String code, String batch, int uses, @Nullable Integer maxUses, @Nullable Integer maxPerCustomer) {}
