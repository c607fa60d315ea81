package dev.galleria.payment.stripe;

import dev.galleria.platform.Money;
import java.util.Currency;
import java.util.Map;

/**
 * Amounts as Stripe writes them: in minor units like ours, but for a few currencies whose minor units it counts otherwise
 * (docs.stripe.com/currencies: zero-decimal currencies and special cases, read 2026-11). Currencies of three decimals are
 * taken in steps of ten; Stripe refuses what lies between.
 */
final class StripeAmount {
    /** Decimals by which Stripe counts, where ISO 4217 has others. */
    private static final Map<String, Integer> OTHERWISE = Map.of("ISK", 2, "UGX", 2, "MGA", 0);

    private StripeAmount() {}

    /** Whether Stripe can name that amount. */
    static boolean has(long minor, Currency currency) {
        int fewer = currency.getDefaultFractionDigits() - decimals(currency);
        return fewer <= 0 || minor % power(fewer) == 0;
    }

    /** Stripe's number for so many of our minor units; what it does not {@link #has} is an ArithmeticException. */
    static long of(long minor, Currency currency) {
        int more = decimals(currency) - currency.getDefaultFractionDigits();
        long factor = power(Math.abs(more));
        if (more >= 0) {
            return Math.multiplyExact(minor, factor);
        }
        if (!has(minor, currency)) {
            throw new ArithmeticException(
                    "Stripe has no " + currency.getCurrencyCode() + " " + minor + " in minor units");
        }
        return minor / factor;
    }

    /** The amount that Stripe's number stands for. */
    static Money money(long stripes, Currency currency) {
        int more = decimals(currency) - currency.getDefaultFractionDigits();
        long factor = power(Math.abs(more));
        if (more <= 0) {
            return new Money(Math.multiplyExact(stripes, factor), currency);
        }
        if (stripes % factor != 0) {
            throw new ArithmeticException(
                    "There is no " + currency.getCurrencyCode() + " of Stripe's " + stripes + " minor units");
        }
        return new Money(stripes / factor, currency);
    }

    private static int decimals(Currency currency) {
        return OTHERWISE.getOrDefault(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
    }

    private static long power(int exponent) {
        return exponent == 0 ? 1 : 10 * power(exponent - 1);
    }
}
