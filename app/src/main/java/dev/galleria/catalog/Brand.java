package dev.galleria.catalog;

import org.jspecify.annotations.Nullable;

/** Whose name a product bears. The country is ISO 3166-1 alpha-2, the count is of products that a shopper can see. */
public record Brand(
        String slug,
        String name,
        String description,
        @Nullable String country,
        @Nullable Integer founded,
        @Nullable String imageKey,
        int productCount) {}
