package dev.galleria.inventory;

import dev.galleria.platform.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Units of an order's lines that go back to the shelves, some now and some later. One instance serves one transaction. */
final class TakenBack {
    private final Handle sql;
    private final List<UUID> flipped = new ArrayList<>();

    TakenBack(Handle sql) {
        this.sql = sql;
    }

    /** What a line has taken from one row of stock and not given back yet. */
    public record Out(UUID itemId, UUID offerId, int lineNo, int quantity) {}

    List<UUID> flipped() {
        return List.copyOf(flipped);
    }

    /** Units that are wanted no more; what of them has still to come need not come. */
    void take(UUID orderId, String purpose, List<LineQuantity> lines, String actor, String reason) {
        take(orderId, purpose, lines, actor, reason, true);
    }

    /** Units that had left and lie here again; what the order still waits for it keeps waiting for. */
    void receive(UUID orderId, String purpose, List<LineQuantity> lines, String actor, String reason) {
        take(orderId, purpose, lines, actor, reason, false);
    }

    private void take(
            UUID orderId, String purpose, List<LineQuantity> lines, String actor, String reason, boolean callOff) {
        var refs = lines.stream().map(line -> orderId + ":" + line.lineNo()).toList();
        var backorders = new BackorderLedger(sql);
        var stock = LockedStock.of(
                sql,
                Stream.concat(out(refs).stream().map(Out::offerId), backorders.awaited(orderId).stream())
                        .distinct()
                        .toList());
        if (done(orderId, purpose)) {
            return;
        }
        Map<Integer, Integer> wanted = new HashMap<>();
        lines.forEach(line -> wanted.merge(line.lineNo(), line.quantity(), Math::addExact));
        if (callOff) {
            wanted.putAll(callOff(backorders, orderId, purpose, wanted, stock, actor));
        }
        Map<UUID, Integer> moved = new HashMap<>();
        // Read again under the lock: what has come back meanwhile does not come back once more.
        for (var out : out(refs)) {
            int units = Math.min(out.quantity(), wanted.getOrDefault(out.lineNo(), 0));
            if (units > 0) {
                wanted.merge(out.lineNo(), -units, Integer::sum);
                moved.merge(out.itemId(), -units, Integer::sum);
                write(orderId, purpose, out, units, actor, reason);
            }
        }
        if (!moved.isEmpty()) {
            stock.takeFree(moved);
        }
        backorders.fill(stock);
        flipped.addAll(stock.flipped());
    }

    /** What has still to come need not come any more, before anything that has come goes back; gives what is left. */
    private Map<Integer, Integer> callOff(
            BackorderLedger backorders,
            UUID orderId,
            String purpose,
            Map<Integer, Integer> wanted,
            LockedStock stock,
            String actor) {
        var left = backorders.cancel(orderId, wanted, stock);
        if (!left.equals(wanted)) {
            sql.createUpdate(
                            """
                            INSERT INTO supply_step (id, subject, key, kind, content, actor)
                            VALUES (:id, :order, :key, 'CANCELED', '', :actor)""")
                    .bind("id", Ids.next())
                    .bind("order", orderId)
                    .bind("key", key(orderId, purpose))
                    .bind("actor", actor)
                    .execute();
        }
        return left;
    }

    private static String key(UUID orderId, String purpose) {
        return "back:" + orderId + ":" + purpose;
    }

    private void write(UUID orderId, String purpose, Out out, int units, String actor, String reason) {
        sql.createUpdate(
                        """
                        INSERT INTO stock_movement (id, item_id, kind, quantity, ref_type, ref_id, actor, reason, at)
                        VALUES (:id, :item, 'RETURN', :quantity, 'BACK', :ref, :actor, :reason, clock_timestamp())""")
                .bind("id", Ids.next())
                .bind("item", out.itemId())
                .bind("quantity", units)
                .bind("ref", orderId + ":" + out.lineNo() + ":" + purpose)
                .bind("actor", actor)
                .bind("reason", reason)
                .execute();
    }

    private boolean done(UUID orderId, String purpose) {
        return sql.createQuery(
                        """
                        SELECT EXISTS (SELECT 1 FROM stock_movement WHERE kind = 'RETURN' AND ref_type = 'BACK'
                                          AND starts_with(ref_id, :order) AND split_part(ref_id, ':', 3) = :purpose)
                            OR EXISTS (SELECT 1 FROM supply_step WHERE key = :key)""")
                .bind("key", key(orderId, purpose))
                .bind("order", orderId + ":")
                .bind("purpose", purpose)
                .mapTo(boolean.class)
                .one();
    }

    private List<Out> out(List<String> refs) {
        return sql.createQuery(
                        """
                        SELECT m.item_id, i.offer_id, split_part(r.ref, ':', 2)::int AS line_no, -sum(m.quantity)::int AS quantity
                          FROM unnest(CAST(:refs AS text[])) AS r (ref)
                          JOIN stock_movement m ON m.kind IN ('SALE', 'RETURN')
                           AND (m.ref_type = 'LINE' AND m.ref_id = r.ref OR m.ref_type = 'BACK' AND starts_with(m.ref_id, r.ref || ':')
                                OR m.ref_type = 'FILL' AND split_part(m.ref_id, '+', 1) = r.ref)
                          JOIN stock_item i ON i.id = m.item_id
                         GROUP BY 1, 2, 3 HAVING sum(m.quantity) < 0 ORDER BY 3, 1""")
                .bindArray("refs", String.class, refs)
                .mapTo(Out.class)
                .list();
    }
}
