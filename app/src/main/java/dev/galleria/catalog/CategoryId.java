package dev.galleria.catalog;

import java.util.UUID;

/** Names a category of the current tenant. */
public record CategoryId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
