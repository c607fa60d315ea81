package dev.galleria.harness;

import java.util.Map;

/** Queries that must return no row, over the views {@code inv_*} of a tenant's schema. */
final class Invariants {
    static final Map<String, String> ALL = Map.of(
            "on hand equals the ledger",
            """
            SELECT i.item_id FROM inv_item i LEFT JOIN (SELECT item_id, sum(qty) q FROM inv_movement GROUP BY 1) m USING (item_id)
             WHERE i.on_hand <> coalesce(m.q, 0) OR i.on_hand < 0 LIMIT 5""",
            "reserved equals live reservations",
            """
            SELECT i.item_id FROM inv_item i LEFT JOIN (SELECT item_id, sum(qty) q FROM inv_reservation
              WHERE state = 'ACTIVE' GROUP BY 1) r USING (item_id)
             WHERE i.reserved <> coalesce(r.q, 0) OR i.reserved > i.on_hand LIMIT 5""",
            "every confirmed line moved stock once",
            """
            SELECT l.order_id, l.line_no FROM inv_order_line l
              JOIN inv_order o ON o.id = l.order_id AND o.state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED')
             WHERE (SELECT coalesce(sum(-qty), 0) FROM inv_movement
                     WHERE kind = 'SALE' AND ref_type = 'LINE' AND ref_id = l.order_id || ':' || l.line_no) <> l.qty LIMIT 5""",
            "a completed reservation has an order",
            "SELECT id FROM inv_reservation WHERE state = 'COMPLETED' AND order_id IS NULL OR state <> 'ACTIVE' AND closed_at IS NULL LIMIT 5",
            "captured is the total of live orders and refunded for dead ones",
            """
            SELECT o.id FROM inv_order o JOIN (SELECT order_id, sum(amount) FILTER (WHERE kind = 'CAPTURE' AND state = 'SUCCEEDED') c,
                     sum(amount) FILTER (WHERE kind = 'REFUND' AND state = 'SUCCEEDED') r FROM inv_payment GROUP BY 1) p ON p.order_id = o.id
             WHERE o.state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED') AND coalesce(c, 0) <> o.total
                OR o.state = 'CANCELLED' AND coalesce(c, 0) <> coalesce(r, 0) OR coalesce(r, 0) > coalesce(c, 0) LIMIT 5""",
            "captured money belongs to an order or is refunded",
            """
            SELECT p.id FROM inv_payment p LEFT JOIN inv_order o ON o.id = p.order_id
             WHERE p.kind = 'CAPTURE' AND p.state = 'SUCCEEDED' AND o.id IS NULL
               AND NOT EXISTS (SELECT 1 FROM inv_payment r WHERE r.kind = 'REFUND' AND r.state = 'SUCCEEDED'
                                  AND r.gateway_ref = p.gateway_ref AND r.amount = p.amount) LIMIT 5""",
            "one capture and one order per checkout",
            """
            (SELECT checkout_key FROM inv_payment WHERE kind = 'CAPTURE' AND state = 'SUCCEEDED' GROUP BY 1 HAVING count(*) > 1)
            UNION ALL (SELECT checkout_key FROM inv_order GROUP BY 1 HAVING count(*) > 1)""",
            "totals add up",
            """
            SELECT o.id FROM inv_order o JOIN (SELECT order_id, sum(qty * unit_price) s FROM inv_order_line GROUP BY 1) l ON l.order_id = o.id
             WHERE o.total <> o.subtotal - o.discount + o.shipping + o.tax OR o.total < 0 OR l.s <> o.subtotal LIMIT 5""",
            "an event has one effect",
            "SELECT gateway_event_id FROM inv_event WHERE effect_count > 1 LIMIT 5");

    private Invariants() {}
}
