package dev.galleria.platform;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes amounts as people of a language do: 12,50 € or €12.50. */
public final class MoneyText {
    private static final Map<String, LocalizedNumberFormatter> FORMATS = new ConcurrentHashMap<>();

    private MoneyText() {}

    /** The amount with its currency's symbol and decimals. */
    public static String of(Money money, Locale locale) {
        var currency = money.currency().getCurrencyCode();
        return FORMATS.computeIfAbsent(
                        locale.toLanguageTag() + ' ' + currency,
                        unused -> NumberFormatter.withLocale(locale).unit(Currency.getInstance(currency)))
                .format(money.amount())
                .toString();
    }
}
