package dev.galleria.catalog;

import java.util.UUID;

/** Names one seller's price and terms for one variant of the current tenant. */
public record OfferId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
