package dev.galleria.catalog.collections;

import dev.galleria.catalog.ListingQuery;
import org.jspecify.annotations.Nullable;

/**
 * A published collection as shoppers see it.
 *
 * @param imageKey the picture of the first product; null if there is none
 * @param products how many there are; may be some seconds old
 */
public record ShownCollection(
        CollectionId id,
        String slug,
        String title,
        String description,
        ListingQuery.Sort sort,
        boolean picked,
        @Nullable String imageKey,
        int products) {}
