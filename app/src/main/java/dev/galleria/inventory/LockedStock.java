package dev.galleria.inventory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * All stock rows of some offers, locked in the order of their ids until the transaction ends. Everything that changes
 * stock begins here: whoever holds these locks alone decides over these rows and their reservations, and as everybody
 * takes them in the same order, nobody waits in a circle.
 */
final class LockedStock {
    private record Free(UUID offerId, int free) {}

    private final Handle sql;
    private final Set<UUID> offers;
    private final Map<UUID, StockItem> items = new LinkedHashMap<>();
    private final Map<UUID, Integer> before;

    private LockedStock(Handle sql, Set<UUID> offers) {
        this.sql = sql;
        this.offers = offers;
        lock();
        before = free();
    }

    static LockedStock of(Handle sql, Collection<UUID> offers) {
        return new LockedStock(sql, new TreeSet<>(offers));
    }

    private void lock() {
        sql.createQuery(
                        """
                        SELECT i.id, i.offer_id, i.on_hand, i.reserved, w.priority
                          FROM stock_item i JOIN warehouse w ON w.id = i.warehouse_id
                         WHERE i.offer_id = ANY(:offers) ORDER BY i.id FOR UPDATE OF i""")
                .bindArray("offers", UUID.class, offers)
                .mapTo(StockItem.class)
                .forEach(item -> items.put(item.id(), item));
    }

    List<StockItem> items() {
        return List.copyOf(items.values());
    }

    /** Ends every hold on these rows whose time is over and gives its units back; gives the number of holds' rows. */
    int closeExpired() {
        // Aggregated first: an UPDATE … FROM applies only one joined row to each row of stock.
        return giveBack(sql.createQuery(
                        """
                        WITH closed AS (
                            UPDATE reservation SET state = 'EXPIRED', closed_at = clock_timestamp()
                             WHERE item_id = ANY(:items) AND state = 'ACTIVE' AND expires_at <= clock_timestamp()
                            RETURNING item_id, quantity),
                        sums AS (SELECT item_id, sum(quantity)::int AS quantity, count(*)::int AS closed FROM closed GROUP BY item_id),
                        given AS (
                            UPDATE stock_item s SET reserved = s.reserved - sums.quantity, changed_at = clock_timestamp()
                              FROM sums WHERE s.id = sums.item_id)
                        SELECT item_id, quantity, closed FROM sums""")
                .bindArray("items", UUID.class, items.keySet())
                .mapTo(Closed.class)
                .list());
    }

    /** Ends the live hold of that ref, which must be on these rows, because whoever made it no longer wants it. */
    void cancel(ReservationRef ref) {
        giveBack(sql.createQuery(
                        """
                        WITH closed AS (
                            UPDATE reservation SET state = 'CANCELED', closed_at = clock_timestamp()
                             WHERE ref = :ref AND item_id = ANY(:items) AND state = 'ACTIVE'
                            RETURNING item_id, quantity),
                        sums AS (SELECT item_id, sum(quantity)::int AS quantity, count(*)::int AS closed FROM closed GROUP BY item_id),
                        given AS (
                            UPDATE stock_item s SET reserved = s.reserved - sums.quantity, changed_at = clock_timestamp()
                              FROM sums WHERE s.id = sums.item_id)
                        SELECT item_id, quantity, closed FROM sums""")
                .bind("ref", ref.value())
                .bindArray("items", UUID.class, items.keySet())
                .mapTo(Closed.class)
                .list());
    }

    /** What was given back to one row by so many ended holds. */
    record Closed(UUID itemId, int quantity, int closed) {}

    private int giveBack(List<Closed> sums) {
        sums.forEach(sum -> items.computeIfPresent(sum.itemId(), (id, item) -> item.givenBack(sum.quantity())));
        return sums.stream().mapToInt(Closed::closed).sum();
    }

    /** Promises units; there must be enough, which {@link Allocation} has made sure of. */
    void reserve(Map<UUID, Integer> quantities) {
        change(
                """
                UPDATE stock_item s SET reserved = s.reserved + q.quantity, changed_at = clock_timestamp()
                  FROM unnest(CAST(:items AS uuid[]), CAST(:quantities AS int[])) AS q (id, quantity)
                 WHERE s.id = q.id AND s.on_hand - s.reserved >= q.quantity""",
                quantities);
    }

    /** Takes promised units off the shelf. */
    void takeReserved(Map<UUID, Integer> quantities) {
        change(
                """
                UPDATE stock_item s SET on_hand = s.on_hand - q.quantity, reserved = s.reserved - q.quantity, changed_at = clock_timestamp()
                  FROM unnest(CAST(:items AS uuid[]), CAST(:quantities AS int[])) AS q (id, quantity)
                 WHERE s.id = q.id AND s.reserved >= q.quantity""",
                quantities);
    }

    /** Takes free units off the shelf (negative: puts units there). */
    void takeFree(Map<UUID, Integer> quantities) {
        change(
                """
                UPDATE stock_item s SET on_hand = s.on_hand - q.quantity, changed_at = clock_timestamp()
                  FROM unnest(CAST(:items AS uuid[]), CAST(:quantities AS int[])) AS q (id, quantity)
                 WHERE s.id = q.id AND s.on_hand - s.reserved >= q.quantity""",
                quantities);
    }

    private void change(String statement, Map<UUID, Integer> quantities) {
        int changed = sql.createUpdate(statement)
                .bindArray("items", UUID.class, quantities.keySet())
                .bindArray("quantities", Integer.class, quantities.values())
                .execute();
        if (changed != quantities.size()) {
            throw new IllegalStateException("stock has changed under its lock: " + quantities);
        }
    }

    /** The offers that had something free and now have nothing, or the other way round. */
    List<UUID> flipped() {
        var after = free();
        return offers.stream()
                .filter(offer -> before.getOrDefault(offer, 0) > 0 != after.getOrDefault(offer, 0) > 0)
                .toList();
    }

    private Map<UUID, Integer> free() {
        Map<UUID, Integer> free = new LinkedHashMap<>();
        sql.createQuery(
                        "SELECT offer_id, sum(on_hand - reserved)::int AS free FROM stock_item WHERE offer_id = ANY(:offers) GROUP BY offer_id")
                .bindArray("offers", UUID.class, offers)
                .mapTo(Free.class)
                .forEach(row -> free.put(row.offerId(), row.free()));
        return free;
    }
}
