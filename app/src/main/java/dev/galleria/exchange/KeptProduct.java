package dev.galleria.exchange;

import java.util.UUID;

/** A product that an undoing has left as it is, and why: {@code exchange.kept.<undone>}. */
public record KeptProduct(UUID productId, String title, String undone) {}
