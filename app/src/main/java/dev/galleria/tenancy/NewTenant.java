package dev.galleria.tenancy;

import java.util.List;
import java.util.Map;

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
        String mailFrom) {}
