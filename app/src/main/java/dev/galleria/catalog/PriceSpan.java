package dev.galleria.catalog;

import org.jspecify.annotations.Nullable;

/** Prices in minor units, both ends included; a null end is open. */
public record PriceSpan(@Nullable Long from, @Nullable Long to) {}
