package dev.galleria.inventory;

import java.util.UUID;

/**
 * What lies in one warehouse for one offer, as read under its row's lock.
 *
 * @param backorderCap how many units may be promised here before they come
 * @param backordered how many of those are promised
 * @param country where the warehouse stands
 * @param active whether the warehouse sends anything at all
 */
record StockItem(
        UUID id,
        UUID offerId,
        UUID warehouseId,
        int onHand,
        int reserved,
        int backorderCap,
        int backordered,
        int priority,
        String country,
        boolean active) {
    /** What can be taken from the shelf. */
    int free() {
        return active ? onHand - reserved : 0;
    }

    /** What can still be promised of units that are to come. */
    int more() {
        return backorderCap - backordered;
    }

    StockItem givenBack(int units, int promised) {
        return new StockItem(
                id,
                offerId,
                warehouseId,
                onHand,
                reserved - units,
                backorderCap,
                backordered - promised,
                priority,
                country,
                active);
    }

    /** Whether there may be holds on it. */
    boolean holdsSome() {
        return reserved > 0 || backordered > 0;
    }

    /** The same after a change. */
    StockItem now(LockedStock.Changed figures) {
        return new StockItem(
                id,
                offerId,
                warehouseId,
                figures.onHand(),
                figures.reserved(),
                backorderCap,
                figures.backordered(),
                priority,
                country,
                active);
    }

    /** The same where only what lies on the shelf may be had. */
    StockItem withoutPromises() {
        return backorderCap == backordered
                ? this
                : new StockItem(
                        id,
                        offerId,
                        warehouseId,
                        onHand,
                        reserved,
                        backordered,
                        backordered,
                        priority,
                        country,
                        active);
    }
}
