-- One attempt to pay one checkout. The key is written before the gateway is called, so a repeated call is the same call.
CREATE TABLE payment (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL DEFAULT 0,
    checkout_id     uuid NOT NULL,
    gateway         text NOT NULL CHECK (gateway IN ('stripe', 'cod')),
    state           text NOT NULL CHECK (state IN ('CREATED', 'PENDING', 'UNKNOWN', 'AUTHORIZED', 'CAPTURED', 'FAILED', 'CANCELED')),
    amount_minor    bigint NOT NULL CHECK (amount_minor >= 0),
    captured_minor  bigint NOT NULL DEFAULT 0 CHECK (captured_minor >= 0),
    refunded_minor  bigint NOT NULL DEFAULT 0 CHECK (refunded_minor >= 0),
    currency        char(3) NOT NULL,
    idempotency_key text NOT NULL UNIQUE,
    -- what the gateway was asked for, word for word, so that asking again is the same call
    request         text NOT NULL,
    cancel_asked    boolean NOT NULL DEFAULT false,
    -- money that came after the attempt had ended; it does not keep the checkout from being paid
    surplus         boolean NOT NULL DEFAULT false,
    session_ref     text UNIQUE,
    session_url     text,
    gateway_ref     text,
    card_brand      text,
    card_last4      text,
    failure         text,
    attempts        int NOT NULL DEFAULT 0,
    retry_at        timestamptz,
    created_at      timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now(),
    CHECK (captured_minor <= amount_minor),
    CHECK (refunded_minor <= captured_minor)
);
-- While one payment of a checkout is open or has succeeded, no second one can be started.
CREATE UNIQUE INDEX payment_one_open ON payment (checkout_id) WHERE state NOT IN ('FAILED', 'CANCELED') AND NOT surplus;
CREATE INDEX payment_checkout ON payment (checkout_id, created_at);
CREATE INDEX payment_unsettled ON payment (retry_at) WHERE state IN ('CREATED', 'PENDING', 'UNKNOWN');

CREATE TABLE refund (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL DEFAULT 0,
    payment_id      uuid NOT NULL REFERENCES payment (id),
    amount_minor    bigint NOT NULL CHECK (amount_minor > 0),
    reason          text NOT NULL,
    purpose         text NOT NULL UNIQUE,
    state           text NOT NULL CHECK (state IN ('PENDING', 'UNKNOWN', 'SUCCEEDED', 'FAILED')),
    idempotency_key text NOT NULL UNIQUE,
    gateway_ref     text,
    failure         text,
    attempts        int NOT NULL DEFAULT 0,
    retry_at        timestamptz,
    created_at      timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX refund_payment ON refund (payment_id);
CREATE INDEX refund_unsettled ON refund (retry_at) WHERE state IN ('PENDING', 'UNKNOWN');

CREATE TABLE gateway_event (
    id             text PRIMARY KEY,
    gateway        text NOT NULL,
    type           text NOT NULL,
    payload        text NOT NULL,
    received_at    timestamptz NOT NULL DEFAULT now(),
    received_count int NOT NULL DEFAULT 1,
    effect_count   int NOT NULL DEFAULT 0,
    state          text NOT NULL CHECK (state IN ('NEW', 'DONE', 'IGNORED', 'FAILED_VISIBLE')),
    attempts       int NOT NULL DEFAULT 0,
    retry_at       timestamptz NOT NULL DEFAULT now(),
    error          text
);
CREATE INDEX gateway_event_new ON gateway_event (retry_at) WHERE state = 'NEW';

CREATE TABLE gateway_account (
    gateway        text PRIMARY KEY,
    webhook_ref    text NOT NULL,
    webhook_url    text NOT NULL,
    webhook_secret text NOT NULL
);
