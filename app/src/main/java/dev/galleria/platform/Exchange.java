package dev.galleria.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What amounts of one currency are worth in another: one unit of the first is so many units of the second. Exact decimals,
 * integer minor units, one rounding per amount. Between a currency and itself nothing changes.
 *
 * @param rate above 0
 * @param ending how converted amounts end
 */
public record Exchange(Currency from, Currency to, BigDecimal rate, Ending ending) {
    /** More decimals no rate has. */
    public static final int MOST_DECIMALS = 12;

    /** A minor unit of the one is at most so many of the other, so that every price can be counted. */
    private static final BigDecimal STEEPEST = BigDecimal.valueOf(1_000_000);

    /** What can be asked for at most, in minor units. */
    private static final long MOST = 1_000_000_000_000_000L;

    /** The currency as it is. */
    public static Exchange none(Currency currency) {
        return new Exchange(currency, currency, BigDecimal.ONE, Ending.EXACT);
    }

    /** Whether there is anything to convert. */
    public boolean same() {
        return from.equals(to);
    }

    /** Whether prices can be converted at that rate: above 0, neither vanishing nor beyond what can be counted. */
    public static boolean usable(Currency from, Currency to, BigDecimal rate) {
        if (rate.signum() <= 0
                || rate.precision() > 30
                || rate.stripTrailingZeros().scale() > MOST_DECIMALS) {
            return false;
        }
        // Only the scale changes: of a rate with a great exponent no digits are written out.
        var factor = rate.scaleByPowerOfTen(to.getDefaultFractionDigits() - from.getDefaultFractionDigits());
        return factor.compareTo(STEEPEST) <= 0 && factor.multiply(STEEPEST).compareTo(BigDecimal.ONE) >= 0;
    }

    /** What the amount is called in the other currency, ended by the rule. Amounts of 0 and more. */
    public Money convert(Money amount) {
        require(amount, from);
        return same() ? amount : new Money(minor(amount.minorUnits()).longValueExact(), to);
    }

    /** What an amount of the other currency is worth in this one by the rate alone, half-even to the minor unit. */
    public Money worth(Money converted) {
        require(converted, to);
        return same()
                ? converted
                : new Money(
                        converted
                                .amount()
                                .movePointRight(from.getDefaultFractionDigits())
                                .divide(rate, 0, RoundingMode.HALF_EVEN)
                                .longValueExact(),
                        from);
    }

    /** The smallest amount, in minor units, that converts to so many minor units or more. */
    public long least(long converted) {
        if (same()) {
            return converted;
        }
        long low = 0;
        long high = MOST;
        var wanted = BigDecimal.valueOf(converted);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (minor(middle).compareTo(wanted) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The largest amount, in minor units, that converts to so many minor units or fewer. */
    public long most(long converted) {
        return same() ? converted : least(Math.addExact(converted, 1)) - 1;
    }

    private BigDecimal minor(long minorUnits) {
        if (minorUnits < 0) {
            throw new IllegalArgumentException("negative amount " + minorUnits);
        }
        int decimals = to.getDefaultFractionDigits();
        var exact =
                BigDecimal.valueOf(minorUnits, from.getDefaultFractionDigits()).multiply(rate);
        return ending.of(exact, decimals).movePointRight(decimals);
    }

    private static void require(Money amount, Currency currency) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException(amount + " is not of " + currency);
        }
    }
}
