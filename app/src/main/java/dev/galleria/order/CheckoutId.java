package dev.galleria.order;

import java.util.UUID;

/** Names one attempt to turn a cart into an order. */
public record CheckoutId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
