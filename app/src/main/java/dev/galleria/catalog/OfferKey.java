package dev.galleria.catalog;

/** What an offer is called outside: the variant's SKU and the seller's slug. */
public record OfferKey(String sku, String seller) {}
