package dev.galleria.order;

import java.util.UUID;

/** Names an order; shoppers know it by its number. */
public record OrderId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
