package dev.galleria.platform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** An exact amount of one currency in its minor units: 12.50 EUR is 1250, 12 JPY is 12. Overflow is an ArithmeticException. */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    /** Reads "12.50"; more decimals than the currency has is an ArithmeticException, no number a NumberFormatException. */
    public static Money of(String amount, String currencyCode) {
        var currency = Currency.getInstance(currencyCode);
        return new Money(
                new BigDecimal(amount)
                        .movePointRight(currency.getDefaultFractionDigits())
                        .longValueExact(),
                currency);
    }

    /** The amount of so many minor units. */
    public static Money ofMinor(long minorUnits, String currencyCode) {
        return new Money(minorUnits, Currency.getInstance(currencyCode));
    }

    /** Nothing of that currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(minorUnits, (long) factor), currency);
    }

    /** The share of so many parts per million, rounded half-even to the minor unit. */
    public Money partsPerMillion(long ppm) {
        return ratio(ppm, 1_000_000);
    }

    /** This amount × numerator ÷ denominator, rounded half-even to the minor unit. */
    public Money ratio(long numerator, long denominator) {
        var exact = BigDecimal.valueOf(minorUnits)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_EVEN);
        return new Money(exact.longValueExact(), currency);
    }

    /** Splits by weight; the parts always sum to the whole (largest remainder first, then the earlier part). */
    public List<Money> allocate(long... weights) {
        var total = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("negative weight " + weight);
            }
            total = total.add(BigInteger.valueOf(weight));
        }
        if (total.signum() == 0) {
            throw new IllegalArgumentException("no weight to split by");
        }
        var parts = new long[weights.length];
        var remainders = new BigInteger[weights.length];
        long rest = minorUnits;
        for (int i = 0; i < weights.length; i++) {
            var division = BigInteger.valueOf(minorUnits)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(total);
            parts[i] = division[0].longValueExact();
            remainders[i] = division[1].abs();
            rest -= parts[i];
        }
        var order = new ArrayList<>(IntStream.range(0, weights.length).boxed().toList());
        order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed());
        for (int i = 0; i < Math.abs(rest); i++) {
            parts[order.get(i)] += Long.signum(rest);
        }
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new Money(parts[i], currency))
                .toList();
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    /** The amount in major units with the currency's decimals, e.g. 12.50; for interfaces, not for arithmetic. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minorUnits, other.minorUnits);
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency.getCurrencyCode();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
    }
}
