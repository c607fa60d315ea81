package dev.galleria.inventory;

import java.util.UUID;

/** What lies in one warehouse for one offer, as read under its row's lock. */
record StockItem(UUID id, UUID offerId, int onHand, int reserved, int priority) {
    int free() {
        return onHand - reserved;
    }

    StockItem givenBack(int quantity) {
        return new StockItem(id, offerId, onHand, reserved - quantity, priority);
    }
}
