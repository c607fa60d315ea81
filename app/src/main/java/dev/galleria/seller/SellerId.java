package dev.galleria.seller;

import java.util.UUID;

/** Names a seller of the current tenant. */
public record SellerId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
