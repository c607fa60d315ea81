package dev.galleria.inventory.supply;

/** Whom goods are ordered from, and how many days they take to come. */
public record Supplier(SupplierId id, String name, String email, int leadDays) {}
