package dev.galleria.order;

/** A placed order: its number for people, its token for the stable address of its confirmation. */
public record PlacedOrder(OrderId id, String number, String token) {}
