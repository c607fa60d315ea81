package dev.galleria.inventory.supply;

import java.util.UUID;

/** Names one purchase order. */
public record PurchaseOrderId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
