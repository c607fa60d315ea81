-- For how many days after its arrival a parcel's goods can be sent back: the marketplace's own rule (no seller), or a seller's.
CREATE TABLE return_window (
    seller_id uuid UNIQUE NULLS NOT DISTINCT,
    days      int NOT NULL CHECK (days BETWEEN 0 AND 365)
);

CREATE TABLE order_return (
    id              uuid PRIMARY KEY,
    number          bigint NOT NULL UNIQUE,
    purchase_id     uuid NOT NULL REFERENCES purchase (id),
    seller_order_id uuid NOT NULL REFERENCES seller_order (id),
    seller_id       uuid NOT NULL,
    token           text NOT NULL,
    request         text NOT NULL,
    state           text NOT NULL CHECK (state IN ('REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'RECEIVED', 'REFUNDED',
                                                   'REPLACING', 'EXCHANGED', 'CLOSED')),
    wish            text NOT NULL CHECK (wish IN ('REFUND', 'EXCHANGE')),
    reason          text NOT NULL,
    comment         text NOT NULL,
    answer          text NOT NULL DEFAULT '',
    asked_at        timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    UNIQUE (purchase_id, token)
);
CREATE INDEX order_return_seller ON order_return (seller_id, changed_at DESC);
CREATE INDEX order_return_part ON order_return (seller_order_id);

CREATE TABLE order_return_line (
    return_id uuid NOT NULL REFERENCES order_return (id),
    line_no   int NOT NULL,
    quantity  int NOT NULL CHECK (quantity > 0),
    received  int NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND quantity),
    condition text CHECK (condition IN ('AS_NEW', 'OPENED', 'DAMAGED')),
    restocked boolean NOT NULL DEFAULT false,
    PRIMARY KEY (return_id, line_no)
);

-- A parcel may carry the replacement of a return.
ALTER TABLE shipment ADD COLUMN return_id uuid UNIQUE REFERENCES order_return (id);
