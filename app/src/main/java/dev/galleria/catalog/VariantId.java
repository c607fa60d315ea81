package dev.galleria.catalog;

import java.util.UUID;

/** Names one choosable form of a product of the current tenant. */
public record VariantId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
