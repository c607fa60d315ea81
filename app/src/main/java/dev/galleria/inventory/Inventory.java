package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stock on hand and the promises made against it. Quantities are whole sellable units. PostgreSQL decides, in the
 * caller's transaction if there is one; one transaction reserves, completes or releases one ref.
 */
@ApplicationScoped
@Transactional
public class Inventory {
    /** How long stock is held, by the database's clock. */
    public static final Duration HOLD = Duration.ofMinutes(10);

    private static final int OFFERS_PER_BATCH = 100;
    private static final int OFFERS_PER_EVENT = 500;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    private record Free(UUID offerId, int free) {}

    /** What can be sold now of each offer, over all warehouses; an expired hold counts as free, no stock as 0. */
    public Map<OfferId, Integer> available(Collection<OfferId> offers) {
        Map<OfferId, Integer> available = new LinkedHashMap<>();
        offers.forEach(offer -> available.put(offer, 0));
        database.call(sql -> sql.createQuery(
                                """
                        SELECT i.offer_id, sum(i.on_hand - i.reserved + coalesce(ended.quantity, 0))::int AS free
                          FROM stock_item i JOIN warehouse w ON w.id = i.warehouse_id AND w.active LEFT JOIN LATERAL (
                               SELECT sum(r.quantity) AS quantity FROM reservation r WHERE r.item_id = i.id
                                  AND r.state = 'ACTIVE' AND NOT r.promised AND r.expires_at <= clock_timestamp()) ended ON true
                         WHERE i.offer_id = ANY(:offers) GROUP BY i.offer_id""")
                        .bindArray(
                                "offers",
                                UUID.class,
                                offers.stream().map(OfferId::value).toList())
                        .mapTo(Free.class)
                        .list())
                .forEach(row -> available.put(new OfferId(row.offerId()), row.free()));
        return available;
    }

    /** What can be ordered now of each offer, with what may be promised beyond the shelves. */
    public Map<OfferId, Supply> supply(Collection<OfferId> offers) {
        return database.call(sql -> new SupplyReader(sql).of(offers));
    }

    /**
     * Holds all lines (numbered differently) for {@link #HOLD}, or none. Lines of the same offer add up. Repeating a ref
     * whose hold lives or has become a sale gives the first answer, with other lines a Problem (REFUSED); after its hold
     * has ended otherwise it holds anew. What is on the shelves is held before anything is promised.
     */
    public Reservation reserve(ReservationRef ref, List<Wanted> lines) {
        return reserve(ref, lines, null, lines.stream().map(Wanted::offer).collect(Collectors.toSet()));
    }

    /**
     * The same, knowing to which country (ISO 3166) the goods go: where there is a choice, the nearest may send. Only of the
     * promisable offers are units held that are still to come.
     */
    public Reservation reserve(
            ReservationRef ref, List<Wanted> lines, @Nullable String country, Set<OfferId> promisable) {
        requireLines(lines);
        return database.call(sql -> {
            var ledger = new HoldLedger(sql);
            var answer = ledger.reserve(ref, lines, country, promisable, (int) HOLD.toSeconds());
            tell(ledger.flipped());
            return answer;
        });
    }

    /**
     * Sells all lines to that order at once, or none, as if they had been held and completed. The ref must be a new one, which
     * the caller's transaction alone knows.
     */
    public Reservation sell(
            ReservationRef fresh, List<Wanted> lines, @Nullable String country, Set<OfferId> promisable, UUID orderId) {
        requireLines(lines);
        return database.call(sql -> {
            var ledger = new HoldLedger(sql);
            var answer = ledger.sell(fresh, lines, country, promisable, orderId);
            tell(ledger.flipped());
            return answer;
        });
    }

    /**
     * Turns the hold into a sale to that order. A hold that has ended is taken anew if the stock is still there, else
     * {@link Completion.Gone}. Repeating it for the same order changes nothing, for another one it is a Problem
     * (CONFLICT); a ref that never held anything is a Problem (NOT_FOUND).
     */
    public Completion complete(ReservationRef ref, UUID orderId) {
        return database.call(sql -> {
            var ledger = new HoldLedger(sql);
            var answer = ledger.complete(ref, orderId);
            tell(ledger.flipped());
            return answer;
        });
    }

    /** Gives a live hold back. Repeating it, or releasing what has ended, changes nothing. */
    public void release(ReservationRef ref) {
        database.call(sql -> {
            var ledger = new HoldLedger(sql);
            ledger.release(ref);
            tell(ledger.flipped());
            return null;
        });
    }

    /** Puts what an order's lines had taken back on the shelves; each line once, at most what it took. */
    public void restock(UUID orderId, List<LineQuantity> lines, String actor, String reason) {
        database.call(sql -> {
            var ledger = new StockLedger(sql);
            ledger.restock(orderId, lines, actor, reason);
            tell(ledger.flipped());
            return null;
        });
    }

    /**
     * Puts units of an order's lines that never left back on the shelves, some now and others later; those that have still to
     * come are called off first. Each purpose (no colon in it) once, and never more than the lines still have out.
     */
    public void takeBack(UUID orderId, String purpose, List<LineQuantity> lines, String actor, String reason) {
        database.call(sql -> {
            var back = new TakenBack(sql);
            back.take(orderId, purpose, lines, actor, reason);
            tell(back.flipped());
            return null;
        });
    }

    /**
     * Puts units of an order's lines that had been sent and have come back on the shelves, once per purpose as above. What the
     * order still waits for it keeps waiting for.
     */
    public void sentBack(UUID orderId, String purpose, List<LineQuantity> lines, String actor, String reason) {
        database.call(sql -> {
            var back = new TakenBack(sql);
            back.receive(orderId, purpose, lines, actor, reason);
            tell(back.flipped());
            return null;
        });
    }

    /** Books arrivals; the same receipt (by its ref) is booked once. An unknown warehouse is a Problem (NOT_FOUND). */
    public void receive(List<Receipt> receipts, String ref, String actor) {
        database.call(sql -> {
            var ledger = new StockLedger(sql);
            ledger.receive("RECEIPT", receipts, ref, actor);
            tell(ledger.flipped());
            return null;
        });
    }

    /** Takes free units off the shelves for a transfer, once per ref; too few are a Problem (REFUSED), none has left. */
    public void send(List<Receipt> parcels, String ref, String actor) {
        database.call(sql -> {
            var ledger = new StockLedger(sql);
            ledger.send(parcels, ref, actor);
            tell(ledger.flipped());
            return null;
        });
    }

    /** Books what has come from another warehouse, once per ref. */
    public void arrive(List<Receipt> parcels, String ref, String actor) {
        database.call(sql -> {
            var ledger = new StockLedger(sql);
            ledger.receive("TRANSFER_IN", parcels, ref, actor);
            tell(ledger.flipped());
            return null;
        });
    }

    /**
     * Corrects the count by so many units, once per ref, and returns how many are now on hand there. What is promised
     * to buyers stays: going below it is a Problem (REFUSED).
     */
    public int adjust(OfferId offer, String warehouseCode, int delta, String ref, String actor, String reason) {
        return database.call(sql -> {
            var ledger = new StockLedger(sql);
            int onHand = ledger.adjust(offer.value(), warehouseCode, delta, ref, actor, reason);
            tell(ledger.flipped());
            return onHand;
        });
    }

    /**
     * Sets what lies on the shelves to what was counted, once per ref; expired holds are closed. A count below what is
     * promised to buyers is a Problem (REFUSED), and nothing is changed.
     */
    public void count(List<Count> counts, String ref, String actor, String reason) {
        database.call(sql -> {
            var ledger = new StockLedger(sql);
            ledger.count(counts, ref, actor, reason);
            tell(ledger.flipped());
            return null;
        });
    }

    /**
     * The levels of these offers, true until the caller's transaction ends. Whoever changes offers and their stock together
     * begins here: stock is always locked before offers.
     */
    public List<StockLevel> lockedLevels(Collection<OfferId> offers) {
        database.call(sql -> {
            var stock = LockedStock.of(sql, offers.stream().map(OfferId::value).toList());
            stock.closeExpired();
            tell(stock.flipped());
            return null;
        });
        return levels(offers);
    }

    /** The codes of all warehouses; the one that is emptied first stands first. */
    public List<String> warehouses() {
        return database.call(sql -> sql.createQuery("SELECT code FROM warehouse ORDER BY priority, code")
                .mapTo(String.class)
                .list());
    }

    /** Makes a warehouse or changes the one with that code; the lowest priority is emptied first. */
    public void defineWarehouse(String code, String name, String country, int priority) {
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO warehouse (id, code, name, country, priority) VALUES (:id, :code, :name, :country, :priority)
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name, country = excluded.country, priority = excluded.priority""")
                .bind("id", Ids.next())
                .bind("code", code)
                .bind("name", name)
                .bind("country", country)
                .bind("priority", priority)
                .execute());
    }

    /** What lies where of these offers, by warehouse. */
    public List<StockLevel> levels(Collection<OfferId> offers) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT i.offer_id, w.code, w.name, i.on_hand, i.reserved
                          FROM stock_item i JOIN warehouse w ON w.id = i.warehouse_id
                         WHERE i.offer_id = ANY(:offers) ORDER BY i.offer_id, w.priority, w.code""")
                .bindArray(
                        "offers",
                        UUID.class,
                        offers.stream().map(OfferId::value).toList())
                .map((row, context) -> new StockLevel(
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("on_hand"),
                        row.getInt("reserved")))
                .list());
    }

    /** The newest entries of the ledger for an offer, at most so many. */
    public List<Movement> movements(OfferId offer, int limit) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT m.kind, w.code AS warehouse_code, m.quantity, m.ref_id, m.actor, m.reason, m.at
                          FROM stock_item i JOIN stock_movement m ON m.item_id = i.id JOIN warehouse w ON w.id = i.warehouse_id
                         WHERE i.offer_id = :offer ORDER BY m.at DESC, m.id DESC LIMIT :limit""")
                .bind("offer", offer.value())
                .bind("limit", limit)
                .mapTo(Movement.class)
                .list());
    }

    /** Closes expired holds, a bounded number; 0 when none is left. Buyers need not wait for it: {@link #reserve}. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int expireDue() {
        return database.call(sql -> {
            var ledger = new HoldLedger(sql);
            int closed = ledger.expireDue(OFFERS_PER_BATCH);
            tell(ledger.flipped());
            return closed;
        });
    }

    /** These offers may be more or less to have because a warehouse has opened or closed: who waits is served, all are told. */
    void reconsider(List<UUID> offers) {
        database.call(sql -> {
            new BackorderLedger(sql).fill(LockedStock.of(sql, offers));
            return null;
        });
        tell(offers);
    }

    /** What is true of these offers now; it stays true until the caller's transaction ends. */
    Map<OfferId, Boolean> inStock(List<UUID> offers) {
        database.call(sql -> LockedStock.of(sql, offers));
        Map<OfferId, Boolean> inStock = new LinkedHashMap<>();
        supply(offers.stream().map(OfferId::new).toList())
                .forEach((offer, supply) -> inStock.put(offer, supply.orderable() > 0));
        return inStock;
    }

    private static void requireLines(List<Wanted> lines) {
        if (lines.isEmpty() || lines.stream().map(Wanted::lineNo).distinct().count() != lines.size()) {
            throw Problem.invalid("inventory/lines", lines.size());
        }
    }

    void tell(List<UUID> flipped) {
        for (int from = 0; from < flipped.size(); from += OFFERS_PER_EVENT) {
            var part = List.copyOf(flipped.subList(from, Math.min(flipped.size(), from + OFFERS_PER_EVENT)));
            outbox.publish(new InventoryChanged(Ids.next(), clock.instant(), part));
        }
    }
}
