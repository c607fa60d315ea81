package dev.galleria.catalog.editing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A brand as it is written.
 *
 * @param slug its address, which it keeps; null makes one of the name
 * @param country ISO 3166-1 alpha-2
 * @param founded a year
 * @param descriptions by language
 */
public record BrandDraft(
        @Nullable String slug,
        String name,
        @Nullable String country,
        @Nullable Integer founded,
        Map<String, String> descriptions) {}
