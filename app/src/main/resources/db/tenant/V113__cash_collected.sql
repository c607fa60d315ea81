-- Cash that a courier has brought is what was left of the promise: what refunds had waived before was promised and given up
-- again, as if it had been taken and given back. So what an order was paid is still its total (I6), and what is taken less what
-- went back is the cash itself (B1).
CREATE OR REPLACE VIEW inv_payment AS
    SELECT p.id, o.id AS order_id, p.checkout_id AS checkout_key, coalesce(p.gateway_ref, p.gateway || ':' || p.id) AS gateway_ref,
           'CAPTURE' AS kind,
           CASE p.state WHEN 'CAPTURED' THEN 'SUCCEEDED' WHEN 'AUTHORIZED' THEN 'SUCCEEDED' WHEN 'CANCELED' THEN 'FAILED'
                        WHEN 'CREATED' THEN 'PENDING' ELSE p.state END AS state,
           CASE WHEN p.state = 'CAPTURED' AND p.gateway <> 'cod' THEN p.captured_minor ELSE p.amount_minor END AS amount,
           p.currency, p.created_at, p.gateway,
           -- whether money has really moved; cash on delivery has not while it is only promised
           p.state = 'CAPTURED' AS taken, p.created_at AS begun_at
      FROM payment p LEFT JOIN purchase o ON o.payment_id = p.id
    UNION ALL
    SELECT p.id, o.id, p.id, 'credit:' || p.id, 'CAPTURE', 'SUCCEEDED', p.credit_minor, p.currency, p.created_at, 'credit', true, p.created_at
      FROM payment p LEFT JOIN purchase o ON o.payment_id = p.id WHERE p.credit_minor > 0
    UNION ALL
    SELECT r.id, o.id, p.checkout_id, coalesce(p.gateway_ref, p.gateway || ':' || p.id), 'REFUND', r.state,
           r.amount_minor - r.credit_minor, p.currency, r.created_at, p.gateway, r.state = 'SUCCEEDED', p.created_at
      FROM refund r JOIN payment p ON p.id = r.payment_id LEFT JOIN purchase o ON o.payment_id = p.id
     WHERE r.amount_minor > r.credit_minor
    UNION ALL
    SELECT p.id, o.id, p.checkout_id, 'waived:' || p.id, 'REFUND', 'SUCCEEDED', p.amount_minor - p.captured_minor, p.currency,
           p.changed_at, p.gateway, true, p.created_at
      FROM payment p LEFT JOIN purchase o ON o.payment_id = p.id
     WHERE p.gateway = 'cod' AND p.state = 'CAPTURED' AND p.captured_minor < p.amount_minor
    UNION ALL
    SELECT r.id, o.id, p.checkout_id, 'credit:' || p.id, 'REFUND', 'SUCCEEDED', r.credit_minor, p.currency, r.created_at, 'credit', true, p.created_at
      FROM refund r JOIN payment p ON p.id = r.payment_id LEFT JOIN purchase o ON o.payment_id = p.id WHERE r.credit_minor > 0;
