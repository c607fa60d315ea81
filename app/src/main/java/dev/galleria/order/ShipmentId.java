package dev.galleria.order;

import java.util.UUID;

/** Names a parcel. */
public record ShipmentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
