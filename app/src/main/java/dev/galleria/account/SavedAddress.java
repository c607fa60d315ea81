package dev.galleria.account;

/** An address in somebody's address book. */
public record SavedAddress(AddressId id, Address address, boolean preferred) {}
