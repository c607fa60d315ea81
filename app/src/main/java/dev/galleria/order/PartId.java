package dev.galleria.order;

import java.util.UUID;

/** Names the part of an order that one seller sends. */
public record PartId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
