CREATE TABLE warehouse (
    id       uuid PRIMARY KEY,
    code     text NOT NULL UNIQUE,
    name     text NOT NULL,
    country  char(2) NOT NULL,
    priority int NOT NULL
);

-- What lies in a warehouse for one offer. on_hand and reserved are sums of the ledgers below, kept in the same
-- transaction; the checks are the last line of defense against selling what is not there.
CREATE TABLE stock_item (
    id           uuid PRIMARY KEY,
    offer_id     uuid NOT NULL,
    warehouse_id uuid NOT NULL REFERENCES warehouse (id),
    on_hand      int NOT NULL DEFAULT 0 CHECK (on_hand >= 0),
    reserved     int NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    changed_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (offer_id, warehouse_id),
    CHECK (reserved <= on_hand)
);

-- Append-only: the tenant's role may insert and read, nothing else.
CREATE TABLE stock_movement (
    id       uuid PRIMARY KEY,
    item_id  uuid NOT NULL REFERENCES stock_item (id),
    kind     text NOT NULL CHECK (kind IN ('RECEIPT', 'SALE', 'RETURN', 'ADJUST')),
    quantity int NOT NULL CHECK (quantity <> 0),
    ref_type text NOT NULL,
    ref_id   text NOT NULL,
    reason   text,
    actor    text NOT NULL,
    at       timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX stock_movement_once ON stock_movement (kind, ref_type, ref_id, item_id);
CREATE INDEX stock_movement_item ON stock_movement (item_id, at);
REVOKE UPDATE, DELETE, TRUNCATE ON stock_movement FROM ${role};

-- Stock promised to a checkout for a while. Exactly one end: COMPLETED, CANCELED or EXPIRED.
CREATE TABLE reservation (
    id         uuid PRIMARY KEY,
    ref        uuid NOT NULL,
    line_no    int NOT NULL,
    item_id    uuid NOT NULL REFERENCES stock_item (id),
    quantity   int NOT NULL CHECK (quantity > 0),
    state      text NOT NULL CHECK (state IN ('ACTIVE', 'COMPLETED', 'CANCELED', 'EXPIRED')),
    order_id   uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    closed_at  timestamptz,
    CHECK ((state = 'ACTIVE') = (closed_at IS NULL)),
    CHECK (state <> 'COMPLETED' OR order_id IS NOT NULL)
);
-- All rows of one hold have the same created_at; a ref whose hold has ended may hold again, in new rows.
CREATE UNIQUE INDEX reservation_once ON reservation (ref, line_no, item_id) WHERE state IN ('ACTIVE', 'COMPLETED');
CREATE INDEX reservation_ref ON reservation (ref, created_at);
CREATE INDEX reservation_live ON reservation (expires_at) WHERE state = 'ACTIVE';
CREATE INDEX reservation_item ON reservation (item_id) WHERE state = 'ACTIVE';
