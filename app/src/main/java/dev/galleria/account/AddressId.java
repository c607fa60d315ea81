package dev.galleria.account;

import java.util.UUID;

/** Names an address in an account's address book. */
public record AddressId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
