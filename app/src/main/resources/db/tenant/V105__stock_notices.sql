-- From how few units on somebody wants to know. Without an offer: the seller's default.
CREATE TABLE low_stock_threshold (
    id        uuid PRIMARY KEY,
    seller_id uuid NOT NULL,
    offer_id  uuid,
    units     int NOT NULL CHECK (units BETWEEN 0 AND 1000000),
    safety    int NOT NULL DEFAULT 0 CHECK (safety BETWEEN 0 AND 1000000)
);
CREATE UNIQUE INDEX low_stock_threshold_once
    ON low_stock_threshold (seller_id, coalesce(offer_id, '00000000-0000-0000-0000-000000000000'));

-- One row per crossing: an offer has at most one that is not over.
CREATE TABLE low_stock_alert (
    id         uuid PRIMARY KEY,
    seller_id  uuid NOT NULL,
    offer_id   uuid NOT NULL,
    threshold  int NOT NULL,
    units      int NOT NULL,
    crossed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    over_at    timestamptz
);
CREATE UNIQUE INDEX low_stock_alert_open ON low_stock_alert (offer_id) WHERE over_at IS NULL;
CREATE INDEX low_stock_alert_seller ON low_stock_alert (seller_id, crossed_at DESC);
-- How far the changes of stock have been looked at.
CREATE TABLE low_stock_watch (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    seen timestamptz NOT NULL
);

-- Who wants to hear when an offer can be had again. ASKED until the address is confirmed.
CREATE TABLE stock_request (
    id           uuid PRIMARY KEY,
    offer_id     uuid NOT NULL,
    email        text NOT NULL,
    locale       text NOT NULL,
    state        text NOT NULL CHECK (state IN ('ASKED', 'WAITING', 'TOLD', 'ENDED')),
    asked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    confirmed_at timestamptz,
    told_at      timestamptz
);
CREATE UNIQUE INDEX stock_request_once ON stock_request (offer_id, lower(email)) WHERE state IN ('ASKED', 'WAITING');
CREATE INDEX stock_request_waiting ON stock_request (offer_id, confirmed_at, id) WHERE state = 'WAITING';
CREATE INDEX stock_request_told ON stock_request (offer_id, told_at) WHERE state = 'TOLD';
