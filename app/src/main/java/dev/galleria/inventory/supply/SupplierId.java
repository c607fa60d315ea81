package dev.galleria.inventory.supply;

import java.util.UUID;

/** Names one supplier. */
public record SupplierId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
