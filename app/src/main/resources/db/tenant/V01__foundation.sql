-- What every capability stands on: events to deliver, answers already given, gap-free series.
CREATE TABLE outbox (
    id         uuid PRIMARY KEY,
    topic      text NOT NULL,
    type       text NOT NULL,
    payload    jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at    timestamptz,
    attempts   int NOT NULL DEFAULT 0,
    retry_at   timestamptz NOT NULL DEFAULT now(),
    last_error text
);
CREATE INDEX outbox_waiting ON outbox (retry_at) WHERE sent_at IS NULL;

CREATE TABLE handled_event (
    handler    text NOT NULL,
    event_id   uuid NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (handler, event_id)
);

CREATE TABLE idempotency_key (
    owner        text NOT NULL,
    key          text NOT NULL,
    route        text NOT NULL,
    request_hash text NOT NULL,
    answer       jsonb,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (owner, key)
);

-- One row per series; locked last in the transaction that takes a number, so that numbers have no gaps.
CREATE TABLE series (
    name  text PRIMARY KEY,
    value bigint NOT NULL
);
