package dev.galleria.tenancy;

import dev.galleria.platform.Problem;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must be known to create a marketplace. Locales are language tags, the first is the default; taglines by locale. */
public record NewTenant(
        String slug,
        String name,
        String plan,
        String theme,
        String currency,
        String country,
        List<String> locales,
        boolean pricesIncludeTax,
        Map<String, String> taglines,
        String mailFrom) {
    /** What a marketplace can look like, be sold as and speak. */
    public static final List<String> THEMES = List.of("atelier", "circuit", "meadow");

    public static final List<String> PLANS = List.of("starter", "growth", "scale");
    public static final List<String> LOCALES = List.of("en", "de", "fr");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String LETTER = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]";
    private static final Pattern NAME = Pattern.compile(LETTER + "{1,60}");
    private static final Pattern TAGLINE = Pattern.compile(LETTER + "{0,200}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;:\"()]{1,64}@[^\\s@<>,;:\"()]{1,200}");

    /** Refuses what could not be created, as a Problem. */
    void check() {
        Slugs.check(slug);
        require(NAME.matcher(name).matches() && !name.isBlank(), "tenancy/name");
        require(THEMES.contains(theme), "tenancy/theme");
        require(PLANS.contains(plan), "tenancy/plan");
        require(COUNTRIES.contains(country), "tenancy/country");
        require(isCurrency(), "tenancy/currency");
        require(!locales.isEmpty() && LOCALES.containsAll(locales), "tenancy/locales");
        require(
                taglines.values().stream()
                        .allMatch(line -> TAGLINE.matcher(line).matches()),
                "tenancy/tagline");
        require(MAIL.matcher(mailFrom).matches(), "tenancy/mail-from");
    }

    private boolean isCurrency() {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean condition, String code) {
        if (!condition) {
            throw Problem.refused(code, "not usable");
        }
    }
}
