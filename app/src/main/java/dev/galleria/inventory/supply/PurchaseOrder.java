package dev.galleria.inventory.supply;

import dev.galleria.catalog.OfferId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Goods that are ordered from a supplier. */
public record PurchaseOrder(
        PurchaseOrderId id,
        String number,
        String supplier,
        String warehouse,
        State state,
        LocalDate expectedOn,
        String actor,
        Instant createdAt,
        List<Line> lines) {
    /** How far it has come. */
    public enum State {
        /** Something is still to come. */
        ORDERED,
        /** Everything has come, or nothing more will. */
        DONE,
        /** Called off before anything came. */
        CANCELED
    }

    /** One offer's units. */
    public record Line(OfferId offer, int quantity, int received) {
        /** How many are still to come. */
        public int open() {
            return quantity - received;
        }
    }
}
