-- How far each gateway's own list has been compared with our payments.
CREATE TABLE reconciliation (
    gateway     text PRIMARY KEY,
    compared_to timestamptz,
    ran_at      timestamptz NOT NULL,
    captures    int NOT NULL DEFAULT 0,
    refunds     int NOT NULL DEFAULT 0,
    failure     text
);

-- What does not agree. It is closed by a person, or by a later comparison in which it agrees.
CREATE TABLE payment_difference (
    id           uuid PRIMARY KEY,
    gateway      text NOT NULL,
    subject      text NOT NULL CHECK (subject IN ('CAPTURE', 'REFUND')),
    gateway_ref  text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('UNKNOWN_HERE', 'MISSING_THERE', 'AMOUNT', 'NOT_RECORDED')),
    our_id       uuid,
    ours_minor   bigint,
    theirs_minor bigint,
    currency     char(3) NOT NULL,
    moved_at     timestamptz NOT NULL,
    found_at     timestamptz NOT NULL,
    seen_at      timestamptz NOT NULL,
    closed_at    timestamptz,
    note         text,
    UNIQUE (gateway, subject, gateway_ref)
);
CREATE INDEX payment_difference_open ON payment_difference (found_at) WHERE closed_at IS NULL;

-- What people have decided about payments, refunds, events and differences that needed them.
CREATE TABLE payment_decision (
    id      uuid PRIMARY KEY,
    kind    text NOT NULL,
    subject text NOT NULL,
    action  text NOT NULL,
    note    text NOT NULL DEFAULT '',
    actor   text NOT NULL,
    at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX payment_decision_at ON payment_decision (at);
-- Append-only: the tenant's role may insert and read, nothing else.
REVOKE UPDATE, DELETE, TRUNCATE ON payment_decision FROM ${role};
