package dev.galleria.inventory.supply;

import java.util.UUID;

/** Names one transfer. */
public record TransferId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
