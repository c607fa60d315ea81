-- Must return no row in a marketplace at rest. Each begins with a line "-- NAME title".

-- I1 on hand equals the ledger and is never negative
SELECT i.item_id FROM inv_item i LEFT JOIN (SELECT item_id, sum(qty) q FROM inv_movement GROUP BY 1) m USING (item_id)
 WHERE i.on_hand <> coalesce(m.q, 0) OR i.on_hand < 0;

-- I2 reserved equals live reservations, never more than on hand
SELECT i.item_id FROM inv_item i LEFT JOIN (SELECT item_id, sum(qty) q FROM inv_reservation
   WHERE state = 'ACTIVE' GROUP BY 1) r USING (item_id) WHERE i.reserved <> coalesce(r.q, 0) OR i.reserved > i.on_hand;

-- I3 nothing was sold that was not there
SELECT m.item_id FROM inv_movement m GROUP BY m.item_id
 HAVING coalesce(sum(qty) FILTER (WHERE kind IN ('RECEIPT', 'ADJUST')), 0)
      < (SELECT coalesce(sum(l.qty), 0) FROM inv_order_line l JOIN inv_order o ON o.id = l.order_id
          WHERE l.item_id = m.item_id AND o.state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED'));

-- I4 each confirmed line moved stock exactly once
SELECT l.order_id, l.line_no FROM inv_order_line l JOIN inv_order o ON o.id = l.order_id AND o.state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED')
 WHERE (SELECT coalesce(sum(-qty), 0) FROM inv_movement WHERE kind = 'SALE' AND ref_type = 'LINE' AND ref_id = l.order_id || ':' || l.line_no) <> l.qty;

-- I5 a reservation has one end, in time
SELECT id FROM inv_reservation WHERE (state = 'ACTIVE' AND expires_at < now() - interval '30 s')
   OR (state = 'COMPLETED' AND order_id IS NULL) OR (state <> 'ACTIVE' AND closed_at IS NULL);

-- I6 captured is the total of live orders, captured is refunded for dead ones
SELECT o.id FROM inv_order o LEFT JOIN (SELECT order_id, sum(amount) FILTER (WHERE kind = 'CAPTURE' AND state = 'SUCCEEDED') c,
    sum(amount) FILTER (WHERE kind = 'REFUND' AND state = 'SUCCEEDED') r FROM inv_payment GROUP BY 1) p ON p.order_id = o.id
 WHERE o.through_gateway AND (o.state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED') AND coalesce(c, 0) <> o.total
    OR o.state IN ('FAILED', 'CANCELLED') AND coalesce(c, 0) <> coalesce(r, 0) OR coalesce(r, 0) > coalesce(c, 0));

-- I7 no captured money belongs to no order
SELECT p.id FROM inv_payment p LEFT JOIN inv_order o ON o.id = p.order_id
 WHERE p.kind = 'CAPTURE' AND p.state = 'SUCCEEDED' AND o.id IS NULL
   AND NOT EXISTS (SELECT 1 FROM inv_payment r WHERE r.kind = 'REFUND' AND r.state = 'SUCCEEDED' AND r.gateway_ref = p.gateway_ref AND r.amount = p.amount);

-- I8 at most one capture and one order per checkout
SELECT checkout_key::text FROM inv_payment p WHERE kind = 'CAPTURE' AND state = 'SUCCEEDED'
   AND NOT EXISTS (SELECT 1 FROM inv_payment r WHERE r.kind = 'REFUND' AND r.state = 'SUCCEEDED' AND r.gateway_ref = p.gateway_ref AND r.amount = p.amount)
 GROUP BY 1 HAVING count(*) > 1
UNION ALL SELECT checkout_key::text FROM inv_order WHERE state <> 'FAILED' GROUP BY 1 HAVING count(*) > 1;

-- I9 nothing is unknown
SELECT id FROM inv_payment WHERE state IN ('PENDING', 'UNKNOWN');

-- I10 totals add up
SELECT o.id FROM inv_order o JOIN (SELECT order_id, sum(line_total) t, sum(qty * unit_price) s FROM inv_order_line GROUP BY 1) l ON l.order_id = o.id
 WHERE o.total <> o.subtotal - o.discount + o.shipping + o.tax OR o.total < 0 OR o.discount > o.subtotal + o.shipping OR l.s <> o.subtotal;

-- I12 events: seen often, effective once, none stuck
SELECT gateway_event_id FROM inv_event WHERE effect_count > 1 OR state NOT IN ('DONE', 'IGNORED', 'FAILED_VISIBLE');

-- I15 the outbox is empty
SELECT id FROM inv_outbox WHERE sent_at IS NULL AND created_at < now() - interval '60 s';
