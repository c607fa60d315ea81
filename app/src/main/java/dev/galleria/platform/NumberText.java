package dev.galleria.platform;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes numbers as people of a language do: 1,234.5 or 1.234,5. Looking up how is what costs, so it is done once. */
public final class NumberText {
    private static final Map<Locale, LocalizedNumberFormatter> PLAIN = new ConcurrentHashMap<>();
    private static final Map<Locale, LocalizedNumberFormatter> ONE_DECIMAL = new ConcurrentHashMap<>();

    private NumberText() {}

    public static String of(long number, Locale locale) {
        return plain(locale).format(number).toString();
    }

    /** With the decimals that there are. */
    public static String of(BigDecimal number, Locale locale) {
        return plain(locale).format(number).toString();
    }

    /** With all its decimals. */
    public static String exact(BigDecimal number, Locale locale) {
        return plain(locale).precision(Precision.unlimited()).format(number).toString();
    }

    /** Rounded to one decimal, which is always shown: 4.0. */
    public static String tenths(BigDecimal number, Locale locale) {
        return ONE_DECIMAL
                .computeIfAbsent(
                        locale, unknown -> NumberFormatter.withLocale(unknown).precision(Precision.fixedFraction(1)))
                .format(number)
                .toString();
    }

    private static LocalizedNumberFormatter plain(Locale locale) {
        return PLAIN.computeIfAbsent(locale, NumberFormatter::withLocale);
    }
}
