package dev.galleria.pricing.lists;

import dev.galleria.account.GroupId;
import dev.galleria.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one price list says of one offer.
 *
 * @param group whom it is for; null is everybody
 * @param from the first moment; null is always
 * @param until the first moment after it; null is never
 * @param percentOff hundredths of a percent off the general price where no tier applies; 0 is none
 * @param tiers by quantity, ascending
 */
public record ListedPrice(
        PriceListId list,
        String name,
        @Nullable GroupId group,
        Currency currency,
        @Nullable Instant from,
        @Nullable Instant until,
        int priority,
        int percentOff,
        List<Tier> tiers) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    /** Whether the list speaks to that customer, in that currency, at that moment. */
    boolean applies(@Nullable GroupId customers, Currency in, Instant at) {
        return (group == null || group.equals(customers))
                && currency.equals(in)
                && (from == null || !at.isBefore(from))
                && (until == null || at.isBefore(until));
    }

    /** The price of one of so many: the highest tier that is reached, else the percentage, else none. */
    Optional<Applied> at(int quantity, @Nullable Money general) {
        return tiers.stream()
                .filter(tier -> tier.minQuantity() <= quantity)
                .reduce((lower, higher) -> higher)
                .map(tier -> new Applied(this, tier.minQuantity(), new Money(tier.priceMinor(), currency)))
                .or(() -> reduced(general));
    }

    private Optional<Applied> reduced(@Nullable Money general) {
        if (percentOff == 0 || general == null || !general.currency().equals(currency)) {
            return Optional.empty();
        }
        long minor = BigDecimal.valueOf(general.minorUnits())
                .multiply(WHOLE.subtract(BigDecimal.valueOf(percentOff)))
                .divide(WHOLE, 0, RoundingMode.HALF_EVEN)
                .longValueExact();
        return Optional.of(new Applied(this, 1, new Money(Math.max(1, minor), currency)));
    }

    /** A list's price for a quantity, and from how many pieces on it applies. */
    record Applied(ListedPrice list, int from, Money price) {}
}
