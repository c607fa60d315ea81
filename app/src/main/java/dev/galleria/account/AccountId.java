package dev.galleria.account;

import java.util.UUID;

/** Names an account within its marketplace. */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
