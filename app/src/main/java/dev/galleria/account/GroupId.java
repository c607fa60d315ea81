package dev.galleria.account;

import java.util.UUID;

/** Identifies a group of customers. */
public record GroupId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
