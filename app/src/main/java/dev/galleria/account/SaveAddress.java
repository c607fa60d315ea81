package dev.galleria.account;

import java.util.Map;

/** The answer to an attempt to save an address. */
public sealed interface SaveAddress {
    record Saved(AddressId id) implements SaveAddress {}

    /** What is wrong by field of {@link Address}, as keys of texts. Nothing was changed. */
    record Invalid(Map<String, String> faults) implements SaveAddress {}

    /** The book has {@link AddressBook#MOST} addresses already. */
    record Full() implements SaveAddress {}
}
