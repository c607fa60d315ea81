package dev.galleria.catalog.collections;

import java.time.Instant;

/**
 * A collection as its editors see it.
 *
 * @param products how many shoppers can see in it; may be some seconds old
 */
public record EditedCollection(
        CollectionId id, long version, CollectionDraft content, int products, Instant createdAt, Instant changedAt) {}
