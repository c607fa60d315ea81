package dev.galleria.inventory.supply;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.Receipt;
import dev.galleria.inventory.Warehouses;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Series;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods ordered from suppliers. They count as stock when they are received, in parts if need be. Each step may be repeated
 * with its key; somebody else's order does not exist (NOT_FOUND).
 */
@ApplicationScoped
@Transactional
public class PurchaseOrders {
    @Inject
    Database database;

    @Inject
    Inventory inventory;

    @Inject
    Warehouses warehouses;

    @Inject
    Suppliers suppliers;

    @Inject
    Steps steps;

    @Inject
    Series series;

    private record Head(
            UUID id,
            String number,
            String supplier,
            String warehouse,
            String state,
            LocalDate expectedOn,
            String actor,
            Instant createdAt) {}

    private record Row(UUID purchaseOrderId, UUID offerId, int quantity, int received) {}

    /** Orders the units; they are expected on that day in that warehouse. */
    public PurchaseOrderId order(
            Editor editor,
            SupplierId supplier,
            String warehouse,
            LocalDate expectedOn,
            List<OfferUnits> lines,
            String key) {
        steps.check(editor, lines);
        suppliers.find(editor, supplier);
        warehouses
                .find(editor, warehouse)
                .orElseThrow(() -> Problem.notFound("inventory/unknown-warehouse", warehouse));
        var id = Ids.next();
        var content = Steps.content(supplier + " " + warehouse + " " + expectedOn, lines);
        var first = steps.repeated(id, key, "ORDERED", content, Transfers.actor(editor));
        if (first.isPresent()) {
            return new PurchaseOrderId(first.get());
        }
        var number = "PO-" + series.next("purchase-order");
        var seller = editor.seller();
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO purchase_order (id, number, seller_id, supplier_id, warehouse_id, state, expected_on, actor, created_at)
                        SELECT :id, :number, :seller, :supplier, w.id, 'ORDERED', :expected, :actor, clock_timestamp()
                          FROM warehouse w WHERE w.code = :warehouse""")
                .bind("id", id)
                .bind("number", number)
                .bind("seller", seller == null ? null : seller.value())
                .bind("supplier", supplier.value())
                .bind("expected", expectedOn)
                .bind("actor", Transfers.actor(editor))
                .bind("warehouse", warehouse)
                .execute());
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO purchase_order_line (purchase_order_id, offer_id, quantity)
                        SELECT :id, q.offer, q.units FROM unnest(CAST(:offers AS uuid[]), CAST(:units AS int[])) AS q (offer, units)""")
                .bind("id", id)
                .bindArray(
                        "offers",
                        UUID.class,
                        lines.stream().map(line -> line.offer().value()).toList())
                .bindArray(
                        "units",
                        Integer.class,
                        lines.stream().map(OfferUnits::units).toList())
                .execute());
        return new PurchaseOrderId(id);
    }

    /** Books what has come; more than is still to come, or anything after the order's end, is a Problem (REFUSED). */
    public void receive(Editor editor, PurchaseOrderId id, List<OfferUnits> lines, String key) {
        var order = lock(editor, id);
        var content = Steps.content(id.toString(), lines);
        if (steps.repeated(id.value(), key, "RECEIVED", content, Transfers.actor(editor))
                .isPresent()) {
            return;
        }
        if (order.state() != PurchaseOrder.State.ORDERED) {
            throw Problem.refused("inventory/purchase-order-over", order.state());
        }
        for (var line : lines) {
            int changed = database.call(sql -> sql.execute(
                    """
                    UPDATE purchase_order_line SET received = received + ?
                     WHERE purchase_order_id = ? AND offer_id = ? AND received + ? <= quantity""",
                    line.units(),
                    id.value(),
                    line.offer().value(),
                    line.units()));
            if (changed == 0) {
                throw Problem.refused("inventory/more-than-ordered", line.units());
            }
        }
        var receipts = lines.stream()
                .map(line -> new Receipt(line.offer(), order.warehouse(), line.units()))
                .toList();
        inventory.receive(receipts, "purchase-order:" + id + ":" + key, Transfers.actor(editor));
        database.call(sql -> sql.execute(
                """
                UPDATE purchase_order SET state = 'DONE', closed_at = clock_timestamp() WHERE id = ?
                   AND NOT EXISTS (SELECT 1 FROM purchase_order_line WHERE purchase_order_id = ? AND received < quantity)""",
                id.value(),
                id.value()));
    }

    /** Nothing more will come: canceled if nothing has, else done. */
    public void close(Editor editor, PurchaseOrderId id, String key) {
        lock(editor, id);
        if (steps.repeated(id.value(), key, "CANCELED", id.toString(), Transfers.actor(editor))
                .isPresent()) {
            return;
        }
        database.call(sql -> sql.execute(
                """
                UPDATE purchase_order SET closed_at = clock_timestamp(),
                       state = CASE WHEN EXISTS (SELECT 1 FROM purchase_order_line WHERE purchase_order_id = ? AND received > 0)
                                    THEN 'DONE' ELSE 'CANCELED' END
                 WHERE id = ? AND state = 'ORDERED'""",
                id.value(),
                id.value()));
    }

    /** Those that are still to come first, then the newest; at most so many. */
    public List<PurchaseOrder> list(Editor editor, int limit) {
        return read(editor, null, limit);
    }

    public PurchaseOrder find(Editor editor, PurchaseOrderId id) {
        return read(editor, id.value(), 1).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("inventory/unknown-purchase-order", id));
    }

    private PurchaseOrder lock(Editor editor, PurchaseOrderId id) {
        find(editor, id);
        database.call(sql -> sql.createQuery("SELECT 1 FROM purchase_order WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .mapTo(int.class)
                .one());
        return find(editor, id);
    }

    private List<PurchaseOrder> read(Editor editor, @Nullable UUID id, int limit) {
        var seller = editor.seller();
        return database.call(sql -> {
            var heads = sql.createQuery(
                            """
                            SELECT p.id, p.number, s.name AS supplier, w.code AS warehouse, p.state, p.expected_on, p.actor, p.created_at
                              FROM purchase_order p JOIN supplier s ON s.id = p.supplier_id JOIN warehouse w ON w.id = p.warehouse_id
                             WHERE (CAST(:seller AS uuid) IS NULL OR p.seller_id = :seller) AND (CAST(:id AS uuid) IS NULL OR p.id = :id)
                             ORDER BY p.state <> 'ORDERED', p.created_at DESC, p.id LIMIT :limit""")
                    .bind("seller", seller == null ? null : seller.value())
                    .bind("id", id)
                    .bind("limit", limit)
                    .mapTo(Head.class)
                    .list();
            var rows = sql.createQuery(
                            "SELECT purchase_order_id, offer_id, quantity, received FROM purchase_order_line WHERE purchase_order_id = ANY(:ids) ORDER BY offer_id")
                    .bindArray("ids", UUID.class, heads.stream().map(Head::id).toList())
                    .mapTo(Row.class)
                    .list();
            return heads.stream().map(head -> order(head, rows)).toList();
        });
    }

    private static PurchaseOrder order(Head head, List<Row> rows) {
        return new PurchaseOrder(
                new PurchaseOrderId(head.id()),
                head.number(),
                head.supplier(),
                head.warehouse(),
                PurchaseOrder.State.valueOf(head.state()),
                head.expectedOn(),
                head.actor(),
                head.createdAt(),
                rows.stream()
                        .filter(row -> row.purchaseOrderId().equals(head.id()))
                        .map(row -> new PurchaseOrder.Line(new OfferId(row.offerId()), row.quantity(), row.received()))
                        .toList());
    }
}
