package dev.galleria.order;

import java.util.UUID;

/** Names a return. */
public record ReturnId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
