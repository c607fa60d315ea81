package dev.galleria.catalog;

import java.util.UUID;

/** Names a product of the current tenant. */
public record ProductId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
