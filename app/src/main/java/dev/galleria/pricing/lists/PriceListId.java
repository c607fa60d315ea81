package dev.galleria.pricing.lists;

import java.util.UUID;

/** Identifies a price list. */
public record PriceListId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
