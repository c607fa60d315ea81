-- Facts that must hold, each a query that gives one text per difference. The head of each: its code, "wide" if it is about the
-- whole database, the views that it needs where they may be missing, and what it says. No semicolons; :allowance is how long
-- something may be under way.

-- @I1: on hand equals the ledger of movements and is never negative
SELECT 'item ' || i.item_id || ': on hand ' || i.on_hand || ', by the ledger ' || coalesce(m.q, 0)
  FROM inv_item i LEFT JOIN (SELECT item_id, sum(qty) q FROM inv_movement GROUP BY 1) m USING (item_id)
 WHERE i.on_hand <> coalesce(m.q, 0) OR i.on_hand < 0

-- @I2: reserved equals the living reservations, and no more is reserved than is on hand
SELECT 'item ' || i.item_id || ': reserved ' || i.reserved || ', by reservations ' || coalesce(r.q, 0) || ', on hand ' || i.on_hand
  FROM inv_item i LEFT JOIN (SELECT item_id, sum(qty) q FROM inv_reservation WHERE state = 'ACTIVE' GROUP BY 1) r USING (item_id)
 WHERE i.reserved <> coalesce(r.q, 0) OR i.reserved > i.on_hand

-- @I3: never more sold than was received
SELECT 'item ' || s.item_id || ': sold ' || s.q || ', received ' || coalesce(m.q, 0)
  FROM (SELECT l.item_id, sum(l.qty) q FROM inv_order_line l JOIN inv_order o ON o.id = l.order_id
         WHERE o.state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED') GROUP BY 1) s
  -- what came back from an order that still stands can be sold again
  LEFT JOIN (SELECT item_id, sum(qty) q FROM inv_movement
              WHERE kind NOT IN ('SALE', 'RETURN') OR kind = 'RETURN' AND split_part(ref_id, ':', 1) IN
                    (SELECT id::text FROM inv_order WHERE state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED'))
              GROUP BY 1) m USING (item_id)
 WHERE coalesce(m.q, 0) < s.q
   AND EXISTS (SELECT 1 FROM inv_item i WHERE i.item_id = s.item_id)

-- @I4: every confirmed line has moved its stock exactly once, and what came back is no more than that
SELECT 'order ' || l.order_id || ', line ' || l.line_no || ': ordered ' || l.qty || ', moved ' || coalesce(s.q, 0)
  FROM inv_order_line l JOIN inv_order o ON o.id = l.order_id AND o.state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED')
  LEFT JOIN (SELECT ref_id, sum(-qty) q FROM inv_movement WHERE kind = 'SALE' AND ref_type = 'LINE' GROUP BY 1) s
         ON s.ref_id = l.order_id || ':' || l.line_no
 WHERE coalesce(s.q, 0) <> l.qty
UNION ALL
SELECT 'movement of ' || ref_type || ' ' || ref_id || ': returned ' || sum(qty) FILTER (WHERE kind = 'RETURN')
         || ', sold ' || coalesce(sum(-qty) FILTER (WHERE kind = 'SALE'), 0)
  FROM inv_movement WHERE ref_type = 'LINE' GROUP BY ref_type, ref_id
HAVING sum(qty) FILTER (WHERE kind = 'RETURN') > coalesce(sum(-qty) FILTER (WHERE kind = 'SALE'), 0)

-- @I5: a reservation has one end, none lives on after its time, and a completed one has an order
SELECT 'reservation ' || id || ': ' || state || ', expires ' || expires_at
  FROM inv_reservation
 WHERE (state = 'ACTIVE' AND expires_at < now() - interval '60 s')
    OR (state = 'COMPLETED' AND order_id IS NULL) OR (state <> 'ACTIVE' AND closed_at IS NULL)

-- @I6: what was captured is the total of a living order; a canceled one has given all of it back; nobody got back more than was captured
SELECT 'order ' || o.id || ' (' || o.state || '): total ' || o.total || ', captured ' || coalesce(p.c, 0) || ', refunded ' || coalesce(p.r, 0)
  FROM inv_order o LEFT JOIN (SELECT order_id, sum(amount) FILTER (WHERE kind = 'CAPTURE' AND state = 'SUCCEEDED') c,
           sum(amount) FILTER (WHERE kind = 'REFUND' AND state = 'SUCCEEDED') r,
           bool_or(kind = 'REFUND' AND state IN ('PENDING', 'UNKNOWN') AND created_at > now() - :allowance) underway
      FROM inv_payment GROUP BY 1) p ON p.order_id = o.id
 WHERE (o.through_gateway OR p.order_id IS NOT NULL)
   AND (o.state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED') AND coalesce(p.c, 0) <> o.total
     OR o.state IN ('FAILED', 'CANCELLED') AND coalesce(p.c, 0) <> coalesce(p.r, 0) AND NOT coalesce(p.underway, false)
        AND (o.through_gateway OR coalesce(p.r, 0) > 0 OR o.created_at < now() - :allowance)
     OR coalesce(p.r, 0) > coalesce(p.c, 0))

-- @I7: no captured money without an order
SELECT 'payment ' || p.id || ': ' || p.amount || ' ' || p.currency || ' belong to no order'
  FROM inv_payment p LEFT JOIN inv_order o ON o.id = p.order_id
 WHERE p.kind = 'CAPTURE' AND p.state = 'SUCCEEDED' AND o.id IS NULL AND p.amount > 0 AND p.created_at < now() - :allowance
   AND NOT EXISTS (SELECT 1 FROM inv_payment r WHERE r.kind = 'REFUND' AND r.state = 'SUCCEEDED'
                      AND r.gateway_ref = p.gateway_ref AND r.amount = p.amount)

-- @I8: a checkout has one capture and one order at most
SELECT 'checkout ' || p.checkout_key || ': ' || count(*) || ' captures' FROM inv_payment p
 WHERE p.kind = 'CAPTURE' AND p.state = 'SUCCEEDED'
   -- money that came too late and was given back in full is no second capture
   AND NOT EXISTS (SELECT 1 FROM inv_payment r WHERE r.kind = 'REFUND' AND r.state IN ('SUCCEEDED', 'PENDING', 'UNKNOWN')
                      AND r.gateway_ref = p.gateway_ref AND r.amount = p.amount AND p.order_id IS NULL)
 GROUP BY p.checkout_key HAVING count(*) > 1
UNION ALL
SELECT 'checkout ' || checkout_key || ': ' || count(*) || ' orders' FROM inv_order
 WHERE state <> 'FAILED' GROUP BY checkout_key HAVING count(*) > 1

-- @I9: nothing is unknown for ever
SELECT lower(kind) || ' ' || id || ': ' || state || ' since ' || created_at FROM inv_payment
 WHERE state IN ('PENDING', 'UNKNOWN') AND created_at < now() - :allowance

-- @I10: the figures of an order add up
SELECT 'order ' || o.id || ': total ' || o.total || ' = ' || o.subtotal || ' − ' || o.discount || ' + ' || o.shipping || ' + ' || o.tax
         || ', lines ' || l.s
  FROM inv_order o JOIN (SELECT order_id, sum(qty * unit_price) s FROM inv_order_line GROUP BY 1) l ON l.order_id = o.id
 WHERE o.total <> o.subtotal - o.discount + o.shipping + o.tax OR o.total < 0 OR o.discount > o.subtotal + o.shipping OR l.s <> o.subtotal

-- @I11 needs inv_coupon inv_coupon_use: no coupon is used more often than it may be, in all or by one customer
SELECT 'coupon ' || c.id || ': used ' || count(*) || ' of ' || c.max_uses
  FROM inv_coupon c JOIN inv_coupon_use u ON u.coupon_id = c.id AND NOT u.released
 GROUP BY c.id, c.max_uses HAVING count(*) > c.max_uses
UNION ALL
SELECT 'coupon ' || c.id || ': used ' || count(*) || ' of ' || c.max_per_customer || ' by customer ' || u.customer_id
  FROM inv_coupon c JOIN inv_coupon_use u ON u.coupon_id = c.id AND NOT u.released
 GROUP BY c.id, u.customer_id, c.max_per_customer HAVING count(*) > c.max_per_customer

-- @I12: a gateway's event has one effect, and none is stuck
SELECT 'event ' || gateway_event_id || ': ' || state || ', ' || effect_count || ' effects' FROM inv_event
 WHERE effect_count > 1
    OR (state NOT IN ('DONE', 'IGNORED', 'FAILED_VISIBLE') AND received_at < now() - least(:allowance, interval '5 min'))

-- @I13 needs inv_ledger: every transaction of the books adds up to zero
SELECT 'transaction ' || txn_id || ': debits ' || sum(debit) || ', credits ' || sum(credit) FROM inv_ledger
 GROUP BY txn_id, currency HAVING sum(debit) <> sum(credit)

-- @I13b needs inv_sale inv_claim: no sale gives more than it has, and nobody gets it twice
SELECT 'sale ' || s.id || ': ' || count(*) || ' claims of ' || s.units
  FROM inv_sale s JOIN inv_claim c ON c.sale_id = s.id AND c.state <> 'RELEASED' GROUP BY s.id, s.units HAVING count(*) > s.units
UNION ALL
SELECT 'sale ' || sale_id || ': buyer ' || buyer_id || ' has ' || count(*) FROM inv_claim
 WHERE state <> 'RELEASED' GROUP BY sale_id, buyer_id HAVING count(*) > 1

-- @I14 wide needs platform.inv_tenant: no tenant's role has any right in another's schema, or is more than a plain login
SELECT 'role ' || t.role_name || ' has rights in schema ' || n.nspname
  FROM platform.inv_tenant t JOIN pg_roles r ON r.rolname = t.role_name CROSS JOIN pg_namespace n
 WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname <> t.schema_name
   AND n.nspname !~ '^pg_(toast|temp)'
   AND (n.nspname <> 'public' AND has_schema_privilege(r.oid, n.oid, 'USAGE') OR has_schema_privilege(r.oid, n.oid, 'CREATE'))
UNION ALL
SELECT 'role ' || t.role_name || ' may create in its schema'
  FROM platform.inv_tenant t JOIN pg_roles r ON r.rolname = t.role_name JOIN pg_namespace n ON n.nspname = t.schema_name
 WHERE has_schema_privilege(r.oid, n.oid, 'CREATE')
UNION ALL
SELECT 'role ' || r.rolname || ' is more than a login'
  FROM platform.inv_tenant t JOIN pg_roles r ON r.rolname = t.role_name
 WHERE r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication

-- @I15: events are delivered
SELECT 'event ' || id || ' waits since ' || created_at FROM inv_outbox
 WHERE sent_at IS NULL AND created_at < now() - interval '60 s'

-- @I16 wide needs platform.inv_tenant: the registry, the schemas and the roles are the same
SELECT coalesce('tenant ' || t.slug || ': ' || CASE WHEN n.nspname IS NULL THEN 'no schema ' || t.schema_name ELSE 'no role ' || t.role_name END,
                'schema ' || n.nspname || ' belongs to no tenant')
  FROM (SELECT * FROM platform.inv_tenant WHERE state NOT IN ('DELETED', 'CREATING', 'FAILED')) t
  FULL JOIN (SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|public$|platform$)') n ON n.nspname = t.schema_name
  LEFT JOIN pg_roles r ON r.rolname = t.role_name
 WHERE (t.slug IS NULL AND NOT EXISTS (SELECT 1 FROM platform.inv_tenant w WHERE w.schema_name = n.nspname))
    OR n.nspname IS NULL OR r.rolname IS NULL AND t.slug IS NOT NULL

-- @I17 needs inv_backorder: no more is promised than may be, and what is promised is what holds and orders wait for
SELECT 'item ' || item_id || ', row ' || row_id || ': promised ' || taken || ' of ' || cap || ', held ' || held || ', awaited ' || awaited
  FROM inv_backorder WHERE taken > cap OR taken <> held + awaited

-- @B1 needs inv_ledger: what the books have at a gateway is what was captured there and not refunded
SELECT coalesce(b.account, 'CLEARING:' || p.gateway) || ': ' || coalesce(b.s, 0) || ' in the books, ' || coalesce(p.s, 0) || ' by payments, '
         || coalesce(b.currency, p.currency)
  FROM (SELECT account, currency, sum(debit - credit) s FROM inv_ledger
         WHERE account LIKE 'CLEARING:%' AND account <> 'CLEARING:wallet' GROUP BY 1, 2) b
  FULL JOIN (SELECT gateway, currency, sum(CASE kind WHEN 'CAPTURE' THEN amount ELSE -amount END) s FROM inv_payment
              WHERE taken AND gateway NOT IN ('wallet', 'credit') AND begun_at >= (SELECT min(opened_at) FROM inv_opening)
              GROUP BY 1, 2) p ON b.account = 'CLEARING:' || p.gateway AND b.currency = p.currency
 WHERE coalesce(b.s, 0) <> coalesce(p.s, 0)

-- @B2 needs inv_ledger inv_credit: what is owed as credit is what the balances and open attempts to pay say
SELECT coalesce(b.account, c.kind) || ': ' || coalesce(b.s, 0) || ' in the books, ' || coalesce(c.s, 0) || ' in balances and holds, '
         || coalesce(b.currency, c.currency)
  FROM (SELECT account, currency, sum(credit - debit) s FROM inv_ledger
         WHERE account IN ('STORE_CREDIT', 'GIFT_CARD') GROUP BY 1, 2) b
  FULL JOIN (SELECT c.kind, c.currency,
                    sum(c.balance + coalesce((SELECT sum(h.amount) FROM inv_credit_hold h WHERE h.credit_id = c.id AND h.state = 'HELD'), 0)) s
               FROM inv_credit c GROUP BY 1, 2) c ON b.account = c.kind AND b.currency = c.currency
 WHERE coalesce(b.s, 0) <> coalesce(c.s, 0)

-- @B3 needs inv_credit: a credit's balance is the sum of its entries and is never negative
SELECT 'credit ' || c.id || ': balance ' || c.balance || ', by its entries ' || coalesce(e.s, 0)
  FROM inv_credit c LEFT JOIN (SELECT credit_id, sum(amount) s FROM inv_credit_entry GROUP BY 1) e ON e.credit_id = c.id
 WHERE c.balance <> coalesce(e.s, 0) OR c.balance < 0

-- @B4 needs inv_ledger: every order through the books is divided among its sellers, the marketplace and the state, exactly
SELECT 'order ' || o.id || ': total ' || o.total || ', divided ' || coalesce(b.s, 0)
  FROM inv_order o
  JOIN (SELECT DISTINCT order_id FROM inv_payment
         WHERE kind = 'CAPTURE' AND begun_at >= (SELECT min(opened_at) FROM inv_opening)) p ON p.order_id = o.id
  LEFT JOIN (SELECT order_id, sum(credit) s FROM inv_ledger WHERE kind = 'ORDER' GROUP BY 1) b ON b.order_id = o.id
 WHERE coalesce(b.s, 0) <> o.total

-- @B5 needs inv_ledger: no account has given back more of an order than it had
SELECT 'order ' || order_id || ', ' || account || ': ' || sum(credit - debit) FROM inv_ledger
 WHERE order_id IS NOT NULL AND split_part(account, ':', 1) IN ('SELLER', 'COMMISSION', 'SHIPPING', 'TAX')
 GROUP BY order_id, account HAVING sum(credit - debit) < 0

-- @B6 needs inv_credit_hold: credit that has paid for an order has one, and none is held on without an end
SELECT 'hold ' || id || ' of credit ' || credit_id || ': ' || state || ' since ' || changed_at FROM inv_credit_hold h
 WHERE (state = 'HELD' AND changed_at < now() - :allowance)
    OR (state = 'USED' AND NOT EXISTS (SELECT 1 FROM inv_order o WHERE o.id = h.order_id))
