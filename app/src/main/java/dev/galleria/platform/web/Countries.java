package dev.galleria.platform.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Countries to choose from, by the names that people of a language call them (CLDR). */
public final class Countries {
    /** A country: its ISO 3166-1 alpha-2 code and its name. */
    public record Choice(String code, String name) {}

    private Countries() {}

    /** Those countries in the order of their names. */
    public static List<Choice> of(Collection<String> codes, Locale locale) {
        var collator = Collator.getInstance(locale);
        return codes.stream()
                .map(code -> new Choice(code, name(code, locale)))
                .sorted(Comparator.comparing(Choice::name, collator::compare))
                .toList();
    }

    public static String name(String code, Locale locale) {
        return ULocale.getDisplayCountry("und_" + code, ULocale.forLocale(locale));
    }
}
