-- Goods between two warehouses. What is under way is quantity - received - lost of its lines.
CREATE TABLE stock_transfer (
    id             uuid PRIMARY KEY,
    number         text NOT NULL UNIQUE,
    seller_id      uuid,
    from_warehouse uuid NOT NULL REFERENCES warehouse (id),
    to_warehouse   uuid NOT NULL REFERENCES warehouse (id),
    state          text NOT NULL CHECK (state IN ('IN_TRANSIT', 'DONE')),
    expected_on    date,
    actor          text NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    closed_at      timestamptz,
    CHECK (from_warehouse <> to_warehouse)
);
CREATE TABLE stock_transfer_line (
    transfer_id uuid NOT NULL REFERENCES stock_transfer (id),
    offer_id    uuid NOT NULL,
    quantity    int NOT NULL CHECK (quantity > 0),
    received    int NOT NULL DEFAULT 0 CHECK (received >= 0),
    lost        int NOT NULL DEFAULT 0 CHECK (lost >= 0),
    PRIMARY KEY (transfer_id, offer_id),
    CHECK (received + lost <= quantity)
);
CREATE INDEX stock_transfer_line_offer ON stock_transfer_line (offer_id) WHERE received + lost < quantity;

CREATE TABLE supplier (
    id         uuid PRIMARY KEY,
    seller_id  uuid,
    name       text NOT NULL,
    email      text NOT NULL DEFAULT '',
    lead_days  int NOT NULL CHECK (lead_days BETWEEN 0 AND 365),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX supplier_name ON supplier (coalesce(seller_id, '00000000-0000-0000-0000-000000000000'), lower(name));
CREATE TABLE purchase_order (
    id           uuid PRIMARY KEY,
    number       text NOT NULL UNIQUE,
    seller_id    uuid,
    supplier_id  uuid NOT NULL REFERENCES supplier (id),
    warehouse_id uuid NOT NULL REFERENCES warehouse (id),
    state        text NOT NULL CHECK (state IN ('ORDERED', 'DONE', 'CANCELED')),
    expected_on  date NOT NULL,
    actor        text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    closed_at    timestamptz
);
CREATE TABLE purchase_order_line (
    purchase_order_id uuid NOT NULL REFERENCES purchase_order (id),
    offer_id          uuid NOT NULL,
    quantity          int NOT NULL CHECK (quantity > 0),
    received          int NOT NULL DEFAULT 0 CHECK (received >= 0 AND received <= quantity),
    PRIMARY KEY (purchase_order_id, offer_id)
);
CREATE INDEX purchase_order_line_offer ON purchase_order_line (offer_id) WHERE received < quantity;

-- Every step that was taken, once per key: the same key with the same content changes nothing more.
CREATE TABLE supply_step (
    id      uuid PRIMARY KEY,
    subject uuid NOT NULL,
    key     text NOT NULL,
    kind    text NOT NULL CHECK (kind IN ('SENT', 'ORDERED', 'RECEIVED', 'CLOSED', 'CANCELED')),
    content text NOT NULL,
    actor   text NOT NULL,
    at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX supply_step_once ON supply_step (key);
CREATE INDEX supply_step_subject ON supply_step (subject, at);
REVOKE UPDATE, DELETE, TRUNCATE ON supply_step FROM ${role};
