package dev.galleria.catalog.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A brand; founded is a year, descriptions are by language tag. */
public record ImportedBrand(
        String slug,
        String name,
        @Nullable String country,
        @Nullable Integer founded,
        @Nullable String imageKey,
        Map<String, String> descriptions) {}
