package dev.galleria.payment.paypal;

import dev.galleria.platform.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;

/**
 * Amounts as PayPal writes them: decimals as text, in the currencies that it takes (developer.paypal.com/api/rest/reference/
 * currency-codes, read 2026-11). Forints, yen and Taiwan dollars have no decimals there.
 */
final class PayPalAmount {
    private static final Set<String> KNOWN = Set.of(
            "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "EUR", "HKD", "HUF", "ILS", "JPY", "MYR", "MXN", "TWD", "NZD",
            "NOK", "PHP", "PLN", "GBP", "SGD", "SEK", "CHF", "THB", "USD");
    private static final Set<String> WHOLE = Set.of("HUF", "JPY", "TWD");

    private PayPalAmount() {}

    static boolean takes(Currency currency) {
        return KNOWN.contains(currency.getCurrencyCode());
    }

    /** Whether PayPal can name that amount. */
    static boolean has(Money amount) {
        return takes(amount.currency()) && decimal(amount).stripTrailingZeros().scale() <= scale(amount.currency());
    }

    /** PayPal's text for an amount that it {@link #has}; another is an ArithmeticException. */
    static String of(Money amount) {
        return decimal(amount).setScale(scale(amount.currency())).toPlainString();
    }

    /** The amount that PayPal's text stands for; what is none is an IllegalArgumentException. */
    static Money money(String value, String currencyCode) {
        var currency = Currency.getInstance(currencyCode);
        try {
            long minor = new BigDecimal(value)
                    .movePointRight(currency.getDefaultFractionDigits())
                    .longValueExact();
            return new Money(minor, currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not an amount of " + currencyCode + ": " + value, e);
        }
    }

    private static BigDecimal decimal(Money amount) {
        return BigDecimal.valueOf(amount.minorUnits(), amount.currency().getDefaultFractionDigits());
    }

    private static int scale(Currency currency) {
        return WHOLE.contains(currency.getCurrencyCode()) ? 0 : 2;
    }
}
