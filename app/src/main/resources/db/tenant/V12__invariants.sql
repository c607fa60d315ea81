-- One read-only view per fact, under fixed names, so that checks do not depend on how tables are cut.
-- The item is the offer, over all warehouses: that is what is ordered. Each warehouse's own row is guarded by its checks.
CREATE VIEW inv_item AS
    SELECT offer_id AS item_id, sum(on_hand)::int AS on_hand, sum(reserved)::int AS reserved FROM stock_item GROUP BY offer_id;
CREATE VIEW inv_movement AS
    SELECT i.offer_id AS item_id, m.kind, m.quantity AS qty, m.ref_type, m.ref_id, m.at
      FROM stock_movement m JOIN stock_item i ON i.id = m.item_id;
CREATE VIEW inv_reservation AS
    SELECT r.id, i.offer_id AS item_id, r.quantity AS qty,
           CASE r.state WHEN 'CANCELED' THEN 'CANCELLED' ELSE r.state END AS state, r.order_id, r.expires_at, r.closed_at
      FROM reservation r JOIN stock_item i ON i.id = r.item_id;
CREATE VIEW inv_order AS
    SELECT id, CASE state WHEN 'CANCELED' THEN 'CANCELLED' ELSE state END AS state, currency,
           total_minor AS total, subtotal_minor AS subtotal, discount_minor AS discount, shipping_minor AS shipping,
           CASE WHEN tax_included THEN 0 ELSE tax_minor END AS tax,
           checkout_id AS checkout_key, account_id AS customer_id, placed_at AS created_at, payment_method,
           -- orders brought from elsewhere and cash on delivery are paid outside the gateways
           payment_id IS NOT NULL AND payment_method <> 'cod' AS through_gateway
      FROM purchase;
CREATE VIEW inv_order_line AS
    SELECT purchase_id AS order_id, line_no, offer_id AS item_id, seller_id, quantity AS qty, unit_minor AS unit_price,
           discount_minor AS discount, tax_minor AS tax, total_minor AS line_total
      FROM order_line;
-- Money as the order stands on it. Cash on delivery counts as taken once it secures an order; the column gateway keeps it
-- apart from what a gateway's own ledger must show.
CREATE VIEW inv_payment AS
    SELECT p.id, o.id AS order_id, p.checkout_id AS checkout_key, coalesce(p.gateway_ref, p.gateway || ':' || p.id) AS gateway_ref,
           'CAPTURE' AS kind,
           CASE p.state WHEN 'CAPTURED' THEN 'SUCCEEDED' WHEN 'AUTHORIZED' THEN 'SUCCEEDED' WHEN 'CANCELED' THEN 'FAILED'
                        WHEN 'CREATED' THEN 'PENDING' ELSE p.state END AS state,
           CASE p.state WHEN 'CAPTURED' THEN p.captured_minor ELSE p.amount_minor END AS amount, p.currency, p.created_at, p.gateway
      FROM payment p LEFT JOIN purchase o ON o.payment_id = p.id
    UNION ALL
    SELECT r.id, o.id, p.checkout_id, coalesce(p.gateway_ref, p.gateway || ':' || p.id), 'REFUND', r.state, r.amount_minor,
           p.currency, r.created_at, p.gateway
      FROM refund r JOIN payment p ON p.id = r.payment_id LEFT JOIN purchase o ON o.payment_id = p.id;
CREATE VIEW inv_event AS SELECT id AS gateway_event_id, received_count, effect_count, state FROM gateway_event;
CREATE VIEW inv_outbox AS SELECT id, created_at, sent_at FROM outbox;
