package dev.galleria.pricing.lists;

import java.util.List;

/** A stretch of a list's entries by offer, and how many there are in all. */
public record EntryPage(List<PriceEntry> items, int total) {}
