package dev.galleria.catalog.editing;

import dev.galleria.platform.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a seller asks for a variant, in the marketplace's currency.
 *
 * @param listPrice what the price is compared with; must be higher to be shown
 * @param handlingDays working days until the goods leave, 0–60
 * @param active whether it can be bought
 */
public record OfferTerms(
        Money price, @Nullable Money listPrice, @Nullable Sale sale, int handlingDays, boolean active) {

    /** A lower price for a while: from the first moment until just before the last, to the second. */
    public record Sale(Money price, Instant from, Instant until) {}
}
