package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;

/** One line of what is asked for; the quantity counts whole sellable units and is at least 1. */
public record Wanted(int lineNo, OfferId offer, int quantity) {
    public Wanted {
        if (quantity < 1) {
            throw new IllegalArgumentException("line " + lineNo + " wants " + quantity);
        }
    }
}
