package dev.galleria.shipping;

import dev.galleria.platform.Money;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way of sending, as the shop's owner defines it.
 *
 * @param code stable and unique in the shop
 * @param labels by language
 * @param countries ISO 3166-1 alpha-2 codes that it reaches
 * @param price per seller's parcel
 * @param freeFrom a parcel worth at least this is sent for nothing; null: never
 * @param minDays working days on the way, at least
 * @param maxDays working days on the way, at most
 * @param position its place among the others, from 1
 */
public record ShippingMethod(
        String code,
        Map<String, String> labels,
        Set<String> countries,
        Money price,
        @Nullable Money freeFrom,
        int minDays,
        int maxDays,
        int position) {}
