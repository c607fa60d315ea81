package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;

/** Units that have arrived: at least 1 of that offer in that warehouse. */
public record Receipt(OfferId offer, String warehouseCode, int quantity) {
    public Receipt {
        if (quantity < 1) {
            throw new IllegalArgumentException("a receipt of " + quantity);
        }
    }
}
