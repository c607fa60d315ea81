package dev.galleria.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What can be ordered of an offer now.
 *
 * @param free units on the shelves that nobody else holds
 * @param more units beyond those that may be promised before they come; 0 where nothing is promised
 * @param terms what is said about those; null where nothing is promised
 */
public record Supply(int free, int more, @Nullable SupplyTerms terms) {
    /** Nothing there and nothing to come. */
    public static final Supply NONE = new Supply(0, 0, null);

    /** How many can be ordered at once. */
    public int orderable() {
        return Math.max(0, free) + more;
    }

    /** Whether so many would have to wait for goods, at least in part. */
    public boolean waits(int quantity) {
        return terms != null && quantity > free && more > 0;
    }
}
