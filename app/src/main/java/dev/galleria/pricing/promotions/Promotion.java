package dev.galleria.pricing.promotions;

import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that is on, in the currency of the cart.
 *
 * @param value hundredths of a percent (PERCENT, BUY_GET), minor units (FIXED), otherwise 0
 * @param buy of BUY_GET: so many units paid in full earn {@code get} reduced ones
 * @param position decides the order among those that combine, lowest first
 * @param minSubtotal in minor units, of the goods it is for at their prices before promotions; 0 for none
 * @param minQuantity units of the goods it is for; 0 for none
 * @param targets ids of products, categories, brands or sellers whose goods it is for; empty for all
 * @param coupon that was given; null where none is needed
 */
public record Promotion(
        UUID id,
        String name,
        Kind kind,
        long value,
        int buy,
        int get,
        Stacking stacking,
        int position,
        long minSubtotal,
        int minQuantity,
        Set<UUID> targets,
        @Nullable UUID coupon) {
    /** A whole, in hundredths of a percent. */
    public static final long WHOLE = 10_000;

    /** What it does. */
    public enum Kind {
        /** So much of the running price of each line, half-even per line. */
        PERCENT,
        /** An amount, spread over the lines by their running prices; what does not divide goes to the largest remainders. */
        FIXED,
        /** Of each {@code buy + get} units the {@code get} cheapest of all are reduced. */
        BUY_GET,
        /** Parcels with goods that it is for are sent free. */
        FREE_SHIPPING,
        /** One unit of the targets costs nothing if the other goods meet the conditions. */
        GIFT
    }

    /** How it goes together with others. */
    public enum Stacking {
        /** The first of these that applies is the only promotion of the cart. */
        EXCLUSIVE,
        /** One after the other, each on the price that the one before has left. */
        COMBINABLE,
        /** Only that one of these which takes off most, before the combinable ones. */
        BEST_OF
    }

    /** The same with its amounts in the other currency. */
    Promotion in(Exchange exchange) {
        long off = kind == Kind.FIXED ? converted(value, exchange) : value;
        return new Promotion(
                id,
                name,
                kind,
                off,
                buy,
                get,
                stacking,
                position,
                converted(minSubtotal, exchange),
                minQuantity,
                targets,
                coupon);
    }

    private static long converted(long minor, Exchange exchange) {
        return exchange.convert(new Money(minor, exchange.from())).minorUnits();
    }
}
