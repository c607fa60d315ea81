package dev.galleria.inventory;

import dev.galleria.platform.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Units that orders wait for. Everything here happens under the locks of the offers' stock rows. */
final class BackorderLedger {
    private final Handle sql;

    BackorderLedger(Handle sql) {
        this.sql = sql;
    }

    private record Owed(UUID id, UUID orderId, int lineNo, UUID itemId, UUID offerId, int open, int fills) {}

    private record Given(Owed owed, UUID source, int units) {}

    /** The holds on units to come, which have just been sold, become what the order waits for. */
    void open(UUID orderId, List<Allocation.Take> promised) {
        if (promised.isEmpty()) {
            return;
        }
        sql.createUpdate(
                        """
                        INSERT INTO backorder (id, order_id, line_no, item_id, offer_id, mode, promised_on, quantity, open, created_at, changed_at)
                        SELECT q.id, :order, q.line_no, q.item_id, i.offer_id, coalesce(t.mode, 'BACKORDER'), t.promised_on, q.quantity, q.quantity,
                               clock_timestamp(), clock_timestamp()
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:lines AS int[]), CAST(:items AS uuid[]), CAST(:quantities AS int[]))
                                    AS q (id, line_no, item_id, quantity)
                          JOIN stock_item i ON i.id = q.item_id LEFT JOIN supply_terms t ON t.offer_id = i.offer_id""")
                .bind("order", orderId)
                .bindArray(
                        "ids",
                        UUID.class,
                        promised.stream().map(take -> Ids.next()).toList())
                .bindArray(
                        "lines",
                        Integer.class,
                        promised.stream().map(Allocation.Take::lineNo).toList())
                .bindArray(
                        "items",
                        UUID.class,
                        promised.stream().map(Allocation.Take::itemId).toList())
                .bindArray(
                        "quantities",
                        Integer.class,
                        promised.stream().map(Allocation.Take::quantity).toList())
                .execute();
    }

    /** Gives what lies free to whom it has been promised, the oldest order first. */
    void fill(LockedStock locked) {
        if (locked.items().stream().noneMatch(item -> item.backordered() > 0)) {
            return;
        }
        var stock = locked.items();
        var offers = stock.stream().map(StockItem::offerId).distinct().toList();
        var free = new LinkedHashMap<UUID, Integer>();
        stock.stream()
                .sorted(Comparator.comparingInt(StockItem::priority).thenComparing(StockItem::id))
                .forEach(item -> free.put(item.id(), item.free()));
        Map<UUID, UUID> offerOf = new HashMap<>();
        stock.forEach(item -> offerOf.put(item.id(), item.offerId()));
        var given = new ArrayList<Given>();
        for (var owed : owed("offer_id = ANY(:ids)", offers)) {
            int open = owed.open();
            for (var shelf : free.entrySet()) {
                int part = offerOf.get(shelf.getKey()).equals(owed.offerId()) ? Math.min(open, shelf.getValue()) : 0;
                if (part > 0) {
                    given.add(new Given(owed, shelf.getKey(), part));
                    shelf.setValue(shelf.getValue() - part);
                    open -= part;
                }
            }
        }
        give(given, locked);
    }

    private void give(List<Given> given, LockedStock locked) {
        if (given.isEmpty()) {
            return;
        }
        Map<UUID, Integer> taken = new LinkedHashMap<>();
        Map<UUID, Integer> kept = new LinkedHashMap<>();
        Map<UUID, Integer> byOwed = new LinkedHashMap<>();
        for (var one : given) {
            taken.merge(one.source(), one.units(), Math::addExact);
            kept.merge(one.owed().itemId(), one.units(), Math::addExact);
            byOwed.merge(one.owed().id(), one.units(), Math::addExact);
        }
        locked.takeFree(taken);
        locked.promise(kept, -1);
        close("given", byOwed);
        sql.createUpdate(
                        """
                        INSERT INTO stock_movement (id, item_id, kind, quantity, ref_type, ref_id, actor, at)
                        SELECT q.id, q.item_id, 'SALE', -q.quantity, 'FILL', q.ref_id, 'backorder', clock_timestamp()
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:items AS uuid[]), CAST(:quantities AS int[]), CAST(:refs AS text[]))
                                    AS q (id, item_id, quantity, ref_id)""")
                .bindArray(
                        "ids", UUID.class, given.stream().map(one -> Ids.next()).toList())
                .bindArray(
                        "items", UUID.class, given.stream().map(Given::source).toList())
                .bindArray(
                        "quantities",
                        Integer.class,
                        given.stream().map(Given::units).toList())
                .bindArray(
                        "refs",
                        String.class,
                        given.stream()
                                .map(one -> fillRef(
                                        one.owed().orderId(),
                                        one.owed().lineNo(),
                                        one.owed().fills() + 1,
                                        one.owed().itemId()))
                                .toList())
                .execute();
    }

    /** The offers that an order waits for. */
    List<UUID> awaited(UUID orderId) {
        return sql.createQuery("SELECT DISTINCT offer_id FROM backorder WHERE order_id = :order AND open > 0")
                .bind("order", orderId)
                .mapTo(UUID.class)
                .list();
    }

    /** So many units of these lines need not come any more, by line number; what is left is to be taken back otherwise. */
    Map<Integer, Integer> cancel(UUID orderId, Map<Integer, Integer> lines, LockedStock locked) {
        var left = new LinkedHashMap<>(lines);
        Map<UUID, Integer> kept = new LinkedHashMap<>();
        Map<UUID, Integer> byOwed = new LinkedHashMap<>();
        for (var owed : owed("order_id = ANY(:ids)", List.of(orderId))) {
            int part = Math.min(owed.open(), left.getOrDefault(owed.lineNo(), 0));
            if (part > 0) {
                kept.merge(owed.itemId(), part, Math::addExact);
                byOwed.merge(owed.id(), part, Math::addExact);
                left.merge(owed.lineNo(), -part, Integer::sum);
            }
        }
        if (!byOwed.isEmpty()) {
            locked.promise(kept, -1);
            close("canceled", byOwed);
        }
        return left;
    }

    private void close(String column, Map<UUID, Integer> units) {
        sql.createUpdate(
                        """
                        UPDATE backorder b SET open = b.open - q.units, %1$s = b.%1$s + q.units,
                               fills = b.fills + CASE WHEN :given THEN 1 ELSE 0 END, changed_at = clock_timestamp()
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:units AS int[])) AS q (id, units) WHERE b.id = q.id"""
                                .formatted(column))
                .bind("given", column.equals("given"))
                .bindArray("ids", UUID.class, units.keySet())
                .bindArray("units", Integer.class, units.values())
                .execute();
    }

    private List<Owed> owed(String which, List<UUID> ids) {
        return sql.createQuery(
                        "SELECT id, order_id, line_no, item_id, offer_id, open, fills FROM backorder WHERE open > 0 AND "
                                + which + " ORDER BY created_at, id FOR UPDATE")
                .bindArray("ids", UUID.class, ids)
                .mapTo(Owed.class)
                .list();
    }

    /** The ref of the n-th giving to a line; the row that had promised it keeps two promises of one line apart. */
    private static String fillRef(UUID orderId, int lineNo, int n, UUID promisedBy) {
        return orderId + ":" + lineNo + "+" + n + "@" + promisedBy;
    }
}
