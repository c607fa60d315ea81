package dev.galleria.catalog.collections;

import java.util.UUID;

/** Identifies a collection. */
public record CollectionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
