package dev.galleria.pricing.lists;

/** What one piece costs from so many pieces on, in minor units of the price list's currency. */
public record Tier(int minQuantity, long priceMinor) {}
