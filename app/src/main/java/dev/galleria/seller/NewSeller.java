package dev.galleria.seller;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a seller tells of itself. Country is ISO 3166-1 alpha-2, descriptions are by language tag. */
public record NewSeller(
        String slug,
        String name,
        String email,
        String country,
        @Nullable String city,
        @Nullable String imageKey,
        Map<String, String> descriptions) {}
