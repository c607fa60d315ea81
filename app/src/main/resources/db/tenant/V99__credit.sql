-- Money that buyers have with the marketplace: an account's store credit, or a gift card. The balance is the sum of the ledger
-- below, kept in the same transaction; the check is the last line of defense against spending what is not there.
CREATE TABLE credit (
    id            uuid PRIMARY KEY,
    kind          text NOT NULL CHECK (kind IN ('STORE_CREDIT', 'GIFT_CARD')),
    account_id    uuid,
    -- of a card's code only its hash and its end are kept
    code_hash     bytea UNIQUE,
    code_end      text,
    currency      char(3) NOT NULL,
    balance_minor bigint NOT NULL DEFAULT 0 CHECK (balance_minor >= 0),
    blocked       boolean NOT NULL DEFAULT false,
    expires_on    date,
    batch         text,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CHECK ((kind = 'STORE_CREDIT') = (account_id IS NOT NULL)),
    CHECK ((kind = 'GIFT_CARD') = (code_hash IS NOT NULL)),
    UNIQUE (account_id, currency)
);
CREATE INDEX credit_newest ON credit (created_at DESC);

-- Append-only: what is added is positive, what is taken negative.
CREATE TABLE credit_entry (
    id           uuid PRIMARY KEY,
    credit_id    uuid NOT NULL REFERENCES credit (id),
    kind         text NOT NULL CHECK (kind IN ('GRANT', 'HOLD', 'RELEASE', 'REFUND', 'REVOKE')),
    amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
    reference    text NOT NULL,
    reason       text,
    actor        text NOT NULL,
    at           timestamptz NOT NULL DEFAULT now(),
    UNIQUE (kind, reference, credit_id)
);
CREATE INDEX credit_entry_credit ON credit_entry (credit_id, at);
REVOKE UPDATE, DELETE, TRUNCATE ON credit_entry FROM ${role};

-- What an attempt to pay takes from a credit: held while it lasts, used when the order is placed, released when there is none.
CREATE TABLE credit_hold (
    id             uuid PRIMARY KEY,
    ref            uuid NOT NULL,
    credit_id      uuid NOT NULL REFERENCES credit (id),
    checkout_id    uuid NOT NULL,
    amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
    state          text NOT NULL CHECK (state IN ('HELD', 'USED', 'RELEASED')),
    order_id       uuid,
    returned_minor bigint NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now(),
    changed_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (ref, credit_id),
    CHECK ((state = 'USED') = (order_id IS NOT NULL)),
    CHECK (returned_minor BETWEEN 0 AND amount_minor)
);
CREATE INDEX credit_hold_checkout ON credit_hold (checkout_id);
CREATE INDEX credit_hold_order ON credit_hold (order_id) WHERE order_id IS NOT NULL;

-- What a shopper wants to pay a checkout with, before anything else.
CREATE TABLE checkout_credit (
    checkout_id uuid NOT NULL,
    credit_id   uuid NOT NULL REFERENCES credit (id),
    PRIMARY KEY (checkout_id, credit_id)
);

ALTER TABLE payment DROP CONSTRAINT IF EXISTS payment_gateway_check;
ALTER TABLE payment ADD CONSTRAINT payment_gateway_check CHECK (gateway ~ '^[a-z]{2,20}$');
-- What the order that this payment stands for took from credits besides; a refund first takes the gateway's share, then this.
ALTER TABLE payment ADD COLUMN credit_minor bigint NOT NULL DEFAULT 0 CHECK (credit_minor >= 0);
ALTER TABLE payment ADD COLUMN credit_refunded_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE payment ADD CHECK (credit_refunded_minor BETWEEN 0 AND credit_minor);
-- How much of a refund goes to credits; the rest goes back through the gateway.
ALTER TABLE refund ADD COLUMN credit_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE refund ADD COLUMN credit_account uuid;
ALTER TABLE refund ADD CHECK (credit_minor BETWEEN 0 AND amount_minor);

CREATE VIEW inv_credit AS SELECT id, kind, currency, balance_minor AS balance FROM credit;
CREATE VIEW inv_credit_entry AS SELECT id, credit_id, kind, amount_minor AS amount, reference FROM credit_entry;
CREATE VIEW inv_credit_hold AS
    SELECT id, ref, credit_id, checkout_id AS checkout_key, amount_minor AS amount, state, order_id, returned_minor AS returned, changed_at
      FROM credit_hold;

-- Credit that pays a part is a capture under a key of its own, so that a checkout still has one capture by its gateway.
CREATE OR REPLACE VIEW inv_payment AS
    SELECT p.id, o.id AS order_id, p.checkout_id AS checkout_key, coalesce(p.gateway_ref, p.gateway || ':' || p.id) AS gateway_ref,
           'CAPTURE' AS kind,
           CASE p.state WHEN 'CAPTURED' THEN 'SUCCEEDED' WHEN 'AUTHORIZED' THEN 'SUCCEEDED' WHEN 'CANCELED' THEN 'FAILED'
                        WHEN 'CREATED' THEN 'PENDING' ELSE p.state END AS state,
           CASE p.state WHEN 'CAPTURED' THEN p.captured_minor ELSE p.amount_minor END AS amount, p.currency, p.created_at, p.gateway,
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
    SELECT r.id, o.id, p.checkout_id, 'credit:' || p.id, 'REFUND', 'SUCCEEDED', r.credit_minor, p.currency, r.created_at, 'credit', true, p.created_at
      FROM refund r JOIN payment p ON p.id = r.payment_id LEFT JOIN purchase o ON o.payment_id = p.id WHERE r.credit_minor > 0;
CREATE OR REPLACE VIEW inv_event AS
    SELECT id AS gateway_event_id, received_count, effect_count, state, received_at FROM gateway_event;
