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
    private static final String ROWS =
            """
            SELECT i.id, i.offer_id, i.warehouse_id, i.on_hand, i.reserved, i.backorder_cap, i.backordered, w.priority,
                   w.country, w.active
              FROM stock_item i JOIN warehouse w ON w.id = i.warehouse_id
             WHERE i.offer_id = ANY(:offers) ORDER BY i.id""";

    private final Handle sql;
    private final Set<UUID> offers;
    private final Map<UUID, StockItem> items = new LinkedHashMap<>();
    private final Map<UUID, Integer> before;

    private LockedStock(Handle sql, Set<UUID> offers) {
        this.sql = sql;
        this.offers = offers;
        lock();
        before = orderable(items.values());
    }

    static LockedStock of(Handle sql, Collection<UUID> offers) {
        return new LockedStock(sql, new TreeSet<>(offers));
    }

    private void lock() {
        read(ROWS + " FOR UPDATE OF i").forEach(item -> items.put(item.id(), item));
    }

    private List<StockItem> read(String query) {
        return sql.createQuery(query)
                .bindArray("offers", UUID.class, offers)
                .mapTo(StockItem.class)
                .list();
    }

    /** Reads the rows anew, after others than this have changed them in this transaction. */
    void refresh() {
        read(ROWS).forEach(item -> items.put(item.id(), item));
    }

    /** Whether some offer could be sent from more than one warehouse. */
    boolean leavesAChoice() {
        return items.values().stream().filter(item -> item.free() > 0).count()
                > items.values().stream()
                        .filter(item -> item.free() > 0)
                        .map(StockItem::offerId)
                        .distinct()
                        .count();
    }

    /** The rows as they are now, after what has been done to them through this. */
    List<StockItem> items() {
        return List.copyOf(items.values());
    }

    /** Ends every hold on these rows whose time is over and gives its units back; gives the number of holds' rows. */
    int closeExpired() {
        if (items.values().stream().noneMatch(StockItem::holdsSome)) {
            return 0;
        }
        // Aggregated first: an UPDATE … FROM applies only one joined row to each row of stock.
        return giveBack(sql.createQuery(
                        """
                        WITH closed AS (
                            UPDATE reservation SET state = 'EXPIRED', closed_at = clock_timestamp()
                             WHERE item_id = ANY(:items) AND state = 'ACTIVE' AND expires_at <= clock_timestamp()
                            RETURNING item_id, quantity, promised),
                        sums AS (
                            SELECT item_id, coalesce(sum(quantity) FILTER (WHERE NOT promised), 0)::int AS quantity,
                                   coalesce(sum(quantity) FILTER (WHERE promised), 0)::int AS promised, count(*)::int AS closed
                              FROM closed GROUP BY item_id),
                        given AS (
                            UPDATE stock_item s SET reserved = s.reserved - sums.quantity, backordered = s.backordered - sums.promised,
                                   changed_at = clock_timestamp()
                              FROM sums WHERE s.id = sums.item_id)
                        SELECT item_id, quantity, promised, closed FROM sums""")
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
                            RETURNING item_id, quantity, promised),
                        sums AS (
                            SELECT item_id, coalesce(sum(quantity) FILTER (WHERE NOT promised), 0)::int AS quantity,
                                   coalesce(sum(quantity) FILTER (WHERE promised), 0)::int AS promised, count(*)::int AS closed
                              FROM closed GROUP BY item_id),
                        given AS (
                            UPDATE stock_item s SET reserved = s.reserved - sums.quantity, backordered = s.backordered - sums.promised,
                                   changed_at = clock_timestamp()
                              FROM sums WHERE s.id = sums.item_id)
                        SELECT item_id, quantity, promised, closed FROM sums""")
                .bind("ref", ref.value())
                .bindArray("items", UUID.class, items.keySet())
                .mapTo(Closed.class)
                .list());
    }

    /** What was given back to one row by so many ended holds. */
    record Closed(UUID itemId, int quantity, int promised, int closed) {}

    private int giveBack(List<Closed> sums) {
        sums.forEach(sum ->
                items.computeIfPresent(sum.itemId(), (id, item) -> item.givenBack(sum.quantity(), sum.promised())));
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

    /** Promises units that are to come, within what may be promised (times -1: need not be promised any longer). */
    void promise(Map<UUID, Integer> quantities, int times) {
        change(
                """
                UPDATE stock_item s SET backordered = s.backordered + %1$d * q.quantity, changed_at = clock_timestamp()
                  FROM unnest(CAST(:items AS uuid[]), CAST(:quantities AS int[])) AS q (id, quantity)
                 WHERE s.id = q.id AND s.backordered + %1$d * q.quantity BETWEEN 0 AND s.backorder_cap"""
                        .formatted(times),
                quantities);
    }

    private void change(String statement, Map<UUID, Integer> quantities) {
        if (quantities.isEmpty()) {
            return;
        }
        var changed = sql.createQuery(statement + " RETURNING s.id, s.on_hand, s.reserved, s.backordered")
                .bindArray("items", UUID.class, quantities.keySet())
                .bindArray("quantities", Integer.class, quantities.values())
                .mapTo(Changed.class)
                .list();
        if (changed.size() != quantities.size()) {
            throw new IllegalStateException("stock has changed under its lock: " + quantities);
        }
        changed.forEach(row -> items.computeIfPresent(row.id(), (id, item) -> item.now(row)));
    }

    /** The figures of a row after a change. */
    record Changed(UUID id, int onHand, int reserved, int backordered) {}

    /** The offers that could be ordered and now cannot, or the other way round. */
    List<UUID> flipped() {
        var after = orderable(items.values());
        return offers.stream()
                .filter(offer -> before.getOrDefault(offer, 0) > 0 != after.getOrDefault(offer, 0) > 0)
                .toList();
    }

    private static Map<UUID, Integer> orderable(Collection<StockItem> rows) {
        Map<UUID, Integer> orderable = new LinkedHashMap<>();
        rows.forEach(item -> orderable.merge(item.offerId(), item.free() + item.more(), Math::addExact));
        return orderable;
    }
}
