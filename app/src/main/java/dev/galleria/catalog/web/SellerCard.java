package dev.galleria.catalog.web;

import org.jspecify.annotations.Nullable;

/** A seller in a list or at the head of its own page. */
public record SellerCard(
        String href,
        String name,
        String place,
        String initials,
        String avatar,
        @Nullable String picture,
        @Nullable String rating,
        String ratingWords,
        String stars) {}
