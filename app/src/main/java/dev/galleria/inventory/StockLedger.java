package dev.galleria.inventory;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What comes to the shelves and back to them. One instance serves one transaction. */
final class StockLedger {
    private final Handle sql;
    private final List<UUID> flipped = new ArrayList<>();

    StockLedger(Handle sql) {
        this.sql = sql;
    }

    private record Warehouse(UUID id, String code) {}

    private record Place(UUID id, UUID offerId, UUID warehouseId) {}

    private record Booked(UUID itemId, int quantity) {}

    private record Sold(UUID itemId, UUID offerId, String refType, String refId, int lineNo, int quantity) {}

    private record Promised(int lineNo, UUID itemId, UUID offerId, int fills, int canceled) {}

    /** One entry to be: so many units for one row of stock, under a ref that is booked once. */
    private record Entry(UUID itemId, int quantity, String refId) {}

    /** The offers that came into stock or ran out by what this instance has done. */
    List<UUID> flipped() {
        return List.copyOf(flipped);
    }

    /** Units that have come to shelves; whoever waits for them gets them first. */
    void receive(String kind, List<Receipt> receipts, String ref, String actor) {
        var wanted = sorted(receipts);
        makePlaces(wanted);
        var stock = LockedStock.of(sql, wanted.keySet());
        book(kind, kind, entries(wanted, ref, 1), actor, null, stock);
        new BackorderLedger(sql).fill(stock);
        flipped.addAll(stock.flipped());
    }

    /** Units that leave shelves without being sold; too few free ones are a Problem (REFUSED), and nothing has left. */
    void send(List<Receipt> parcels, String ref, String actor) {
        var wanted = sorted(parcels);
        makePlaces(wanted);
        var stock = LockedStock.of(sql, wanted.keySet());
        stock.closeExpired();
        var entries = entries(wanted, ref, -1);
        for (var entry : entries) {
            var item = item(stock, entry.itemId());
            boolean done = booked("TRANSFER_OUT", ref, entry.itemId());
            if (!done && item.onHand() - item.reserved() + entry.quantity() < 0) {
                throw Problem.refused("inventory/too-few-to-send", item.onHand() - item.reserved());
            }
        }
        book("TRANSFER_OUT", "TRANSFER_OUT", entries, actor, null, stock);
        flipped.addAll(stock.flipped());
    }

    private Map<UUID, Map<UUID, Integer>> sorted(List<Receipt> receipts) {
        var warehouses = warehouses();
        // Sorted, so that two arrivals of the same new offers do not wait for each other.
        Map<UUID, Map<UUID, Integer>> wanted = new TreeMap<>();
        for (var receipt : receipts) {
            var warehouse = warehouses.get(receipt.warehouseCode());
            if (warehouse == null) {
                throw Problem.notFound("inventory/unknown-warehouse", receipt.warehouseCode());
            }
            wanted.computeIfAbsent(receipt.offer().value(), offer -> new TreeMap<>())
                    .merge(warehouse, receipt.quantity(), Math::addExact);
        }
        return wanted;
    }

    private List<Entry> entries(Map<UUID, Map<UUID, Integer>> wanted, String ref, int sign) {
        var places = places(wanted);
        var entries = new ArrayList<Entry>();
        wanted.forEach((offer, byWarehouse) -> byWarehouse.forEach((warehouse, quantity) ->
                entries.add(new Entry(places.get(offer).get(warehouse), sign * quantity, ref))));
        return entries;
    }

    int adjust(UUID offer, String warehouseCode, int delta, String ref, String actor, String reason) {
        var warehouse = warehouses().get(warehouseCode);
        if (warehouse == null) {
            throw Problem.notFound("inventory/unknown-warehouse", warehouseCode);
        }
        Map<UUID, Map<UUID, Integer>> wanted = Map.of(offer, Map.of(warehouse, delta));
        makePlaces(wanted);
        var stock = LockedStock.of(sql, List.of(offer));
        stock.closeExpired();
        var place = places(wanted).get(offer).get(warehouse);
        var now = item(stock, place);
        if (delta == 0 || booked("ADJUST", ref, place)) {
            return now.onHand();
        }
        if (now.onHand() - now.reserved() + delta < 0) {
            throw Problem.refused("inventory/promised-to-buyers", now.reserved());
        }
        book("ADJUST", "ADJUST", List.of(new Entry(place, delta, ref)), actor, reason, stock);
        new BackorderLedger(sql).fill(stock);
        flipped.addAll(stock.flipped());
        return now.onHand() + delta;
    }

    void count(List<Count> counts, String ref, String actor, String reason) {
        var warehouses = warehouses();
        Map<UUID, Map<UUID, Integer>> wanted = new TreeMap<>();
        for (var count : counts) {
            var warehouse = warehouses.get(count.warehouseCode());
            if (warehouse == null) {
                throw Problem.notFound("inventory/unknown-warehouse", count.warehouseCode());
            }
            wanted.computeIfAbsent(count.offer().value(), offer -> new TreeMap<>())
                    .put(warehouse, count.onHand());
        }
        makePlaces(wanted);
        var stock = LockedStock.of(sql, wanted.keySet());
        stock.closeExpired();
        Map<UUID, StockItem> items = new HashMap<>();
        stock.items().forEach(item -> items.put(item.id(), item));
        var places = places(wanted);
        var entries = new ArrayList<Entry>();
        wanted.forEach((offer, byWarehouse) -> byWarehouse.forEach((warehouse, onHand) -> {
            var item = items.get(places.get(offer).get(warehouse));
            if (onHand < item.reserved()) {
                throw Problem.refused("inventory/promised-to-buyers", item.reserved());
            }
            if (onHand != item.onHand()) {
                entries.add(new Entry(item.id(), onHand - item.onHand(), ref));
            }
        }));
        if (!entries.isEmpty()) {
            book("ADJUST", "ADJUST", entries, actor, reason, stock);
            new BackorderLedger(sql).fill(stock);
        }
        flipped.addAll(stock.flipped());
    }

    void restock(UUID orderId, List<LineQuantity> lines, String actor, String reason) {
        var promised = promised(orderId);
        var sold = sold(orderId, lines, promised);
        if (sold.isEmpty() && promised.isEmpty()) {
            return;
        }
        var stock = LockedStock.of(
                sql,
                Stream.concat(
                                sold.stream().map(Sold::offerId),
                                promised.stream().map(Promised::offerId))
                        .toList());
        Map<Integer, Integer> open = new LinkedHashMap<>();
        lines.forEach(line -> open.merge(line.lineNo(), line.quantity(), Math::addExact));
        // Read again under the lock: a line of which units have been called off has been taken back before.
        promised(orderId).stream().filter(line -> line.canceled() > 0).forEach(line -> open.remove(line.lineNo()));
        var left = new BackorderLedger(sql).cancel(orderId, open, stock);
        for (var type : List.of("LINE", "FILL")) {
            var entries = new ArrayList<Entry>();
            for (var sale : sold(orderId, lines, promised(orderId))) {
                int part = Math.min(sale.quantity(), left.getOrDefault(sale.lineNo(), 0));
                if (part > 0 && sale.refType().equals(type)) {
                    entries.add(new Entry(sale.itemId(), part, sale.refId()));
                    left.merge(sale.lineNo(), -part, Integer::sum);
                }
            }
            book("RETURN", type, entries, actor, reason, stock);
        }
        new BackorderLedger(sql).fill(stock);
        flipped.addAll(stock.flipped());
    }

    private List<Promised> promised(UUID orderId) {
        return sql.createQuery(
                        "SELECT line_no, item_id, offer_id, fills, canceled FROM backorder WHERE order_id = :order")
                .bind("order", orderId)
                .mapTo(Promised.class)
                .list();
    }

    private List<Sold> sold(UUID orderId, List<LineQuantity> lines, List<Promised> promised) {
        var refs = lines.stream()
                .map(line -> orderId + ":" + line.lineNo())
                .distinct()
                .toList();
        return sql.createQuery(
                        """
                        SELECT m.item_id, i.offer_id, m.ref_type, m.ref_id, split_part(split_part(m.ref_id, '+', 1), ':', 2)::int AS line_no,
                               -m.quantity AS quantity
                          FROM stock_movement m JOIN stock_item i ON i.id = m.item_id
                         WHERE m.kind = 'SALE' AND m.ref_type = 'LINE' AND m.ref_id = ANY(:refs)
                            OR :filled AND m.kind = 'SALE' AND m.ref_type = 'FILL' AND split_part(m.ref_id, '+', 1) = ANY(:refs)
                         ORDER BY m.ref_id, m.item_id""")
                .bindArray("refs", String.class, refs)
                .bind("filled", promised.stream().anyMatch(line -> line.fills() > 0))
                .mapTo(Sold.class)
                .list();
    }

    /** Writes the entries that are not there yet and moves the stock by exactly those. */
    private void book(
            String kind,
            String refType,
            List<Entry> entries,
            String actor,
            @Nullable String reason,
            LockedStock stock) {
        if (entries.isEmpty()) {
            return;
        }
        var booked = sql.createQuery(
                        """
                        INSERT INTO stock_movement (id, item_id, kind, quantity, ref_type, ref_id, actor, reason, at)
                        SELECT q.id, q.item_id, :kind, q.quantity, :refType, q.ref_id, :actor, :reason, clock_timestamp()
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:items AS uuid[]), CAST(:quantities AS int[]), CAST(:refs AS text[]))
                                    AS q (id, item_id, quantity, ref_id)
                        ON CONFLICT DO NOTHING RETURNING item_id, quantity""")
                .bind("kind", kind)
                .bind("refType", refType)
                .bind("actor", actor)
                .bind("reason", reason)
                .bindArray(
                        "ids",
                        UUID.class,
                        entries.stream().map(entry -> Ids.next()).toList())
                .bindArray(
                        "items", UUID.class, entries.stream().map(Entry::itemId).toList())
                .bindArray(
                        "quantities",
                        Integer.class,
                        entries.stream().map(Entry::quantity).toList())
                .bindArray(
                        "refs", String.class, entries.stream().map(Entry::refId).toList())
                .mapTo(Booked.class)
                .list();
        Map<UUID, Integer> taken = new LinkedHashMap<>();
        booked.forEach(entry -> taken.merge(entry.itemId(), -entry.quantity(), Math::addExact));
        stock.takeFree(taken);
    }

    private boolean booked(String kind, String ref, UUID item) {
        return sql.createQuery(
                        "SELECT count(*) > 0 FROM stock_movement WHERE kind = :kind AND ref_type = :kind AND ref_id = :ref AND item_id = :item")
                .bind("kind", kind)
                .bind("ref", ref)
                .bind("item", item)
                .mapTo(boolean.class)
                .one();
    }

    private static StockItem item(LockedStock stock, UUID id) {
        return stock.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, UUID> warehouses() {
        Map<String, UUID> byCode = new HashMap<>();
        sql.createQuery("SELECT id, code FROM warehouse")
                .mapTo(Warehouse.class)
                .forEach(warehouse -> byCode.put(warehouse.code(), warehouse.id()));
        return byCode;
    }

    private void makePlaces(Map<UUID, Map<UUID, Integer>> wanted) {
        var pairs = pairs(wanted);
        sql.createUpdate(
                        """
                        INSERT INTO stock_item (id, offer_id, warehouse_id)
                        SELECT q.id, q.offer_id, q.warehouse_id
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:offers AS uuid[]), CAST(:warehouses AS uuid[])) AS q (id, offer_id, warehouse_id)
                        ON CONFLICT (offer_id, warehouse_id) DO NOTHING""")
                .bindArray("ids", UUID.class, pairs.stream().map(Place::id).toList())
                .bindArray(
                        "offers", UUID.class, pairs.stream().map(Place::offerId).toList())
                .bindArray(
                        "warehouses",
                        UUID.class,
                        pairs.stream().map(Place::warehouseId).toList())
                .execute();
    }

    private Map<UUID, Map<UUID, UUID>> places(Map<UUID, Map<UUID, Integer>> wanted) {
        Map<UUID, Map<UUID, UUID>> places = new HashMap<>();
        sql.createQuery("SELECT id, offer_id, warehouse_id FROM stock_item WHERE offer_id = ANY(:offers)")
                .bindArray("offers", UUID.class, wanted.keySet())
                .mapTo(Place.class)
                .forEach(place -> places.computeIfAbsent(place.offerId(), offer -> new HashMap<>())
                        .put(place.warehouseId(), place.id()));
        return places;
    }

    private static List<Place> pairs(Map<UUID, Map<UUID, Integer>> wanted) {
        var pairs = new ArrayList<Place>();
        wanted.forEach((offer, byWarehouse) ->
                byWarehouse.keySet().forEach(warehouse -> pairs.add(new Place(Ids.next(), offer, warehouse))));
        return pairs;
    }
}
