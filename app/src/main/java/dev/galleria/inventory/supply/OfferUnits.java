package dev.galleria.inventory.supply;

import dev.galleria.catalog.OfferId;

/** So many units (at least 1) of an offer. */
public record OfferUnits(OfferId offer, int units) {
    public OfferUnits {
        if (units < 1) {
            throw new IllegalArgumentException(offer + ": " + units);
        }
    }
}
