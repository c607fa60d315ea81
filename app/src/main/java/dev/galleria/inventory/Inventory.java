package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stock on hand and the promises made against it. Quantities are whole sellable units. */
@ApplicationScoped
@Transactional
public class Inventory {
    /** How long stock is held, by the database's clock. */
    public static final Duration HOLD = Duration.ofMinutes(10);

    /** What can be sold now of each offer, over all warehouses; an expired hold counts as free, no stock as 0. */
    public Map<OfferId, Integer> available(Collection<OfferId> offers) {
        throw new UnsupportedOperationException();
    }

    /**
     * Holds all lines for {@link #HOLD}, or none. Lines of the same offer add up. Repeating a ref whose hold lives or has
     * become a sale gives the first answer, with other lines a Problem (REFUSED); after its hold has ended it holds anew.
     */
    public Reservation reserve(ReservationRef ref, List<Wanted> lines) {
        throw new UnsupportedOperationException();
    }

    /**
     * Turns the hold into a sale to that order. A hold that has ended is taken anew if the stock is still there, else
     * {@link Completion.Gone}. Repeating it for the same order changes nothing, for another one it is a Problem (CONFLICT).
     */
    public Completion complete(ReservationRef ref, UUID orderId) {
        throw new UnsupportedOperationException();
    }

    /** Gives a live hold back. Repeating it, or releasing what has ended, changes nothing. */
    public void release(ReservationRef ref) {
        throw new UnsupportedOperationException();
    }

    /** Puts what an order's lines had taken back on the shelves; each line once, at most what it took. */
    public void restock(UUID orderId, List<LineQuantity> lines, String actor, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Books arrivals; the same receipt (by its ref) is booked once. An unknown warehouse is a Problem (NOT_FOUND). */
    public void receive(List<Receipt> receipts, String ref, String actor) {
        throw new UnsupportedOperationException();
    }

    /**
     * Corrects the count by so many units, once per ref, and returns how many are now on hand there. What is promised
     * to buyers stays: going below it is a Problem (REFUSED).
     */
    public int adjust(OfferId offer, String warehouseCode, int delta, String ref, String actor, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Makes a warehouse or changes the one with that code; the lowest priority is emptied first. */
    public void defineWarehouse(String code, String name, String country, int priority) {
        throw new UnsupportedOperationException();
    }

    /** Closes expired holds, a bounded number; gives how many. The buyers need not wait for it: {@link #reserve}. */
    public int expireDue() {
        throw new UnsupportedOperationException();
    }
}
