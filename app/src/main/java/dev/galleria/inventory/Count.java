package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;

/** So many units lie there: 0 or more of that offer in that warehouse. */
public record Count(OfferId offer, String warehouseCode, int onHand) {
    public Count {
        if (onHand < 0) {
            throw new IllegalArgumentException("a count of " + onHand);
        }
    }
}
