-- Several parcels per seller's part, each with its own lines and quantities.
DROP INDEX shipment_part;
ALTER TABLE shipment ADD COLUMN parcel_no int NOT NULL DEFAULT 1 CHECK (parcel_no > 0);
ALTER TABLE shipment ALTER COLUMN parcel_no DROP DEFAULT;
CREATE UNIQUE INDEX shipment_parcel ON shipment (seller_order_id, parcel_no);
CREATE TABLE shipment_line (
    shipment_id uuid NOT NULL REFERENCES shipment (id),
    line_no     int NOT NULL,
    quantity    int NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (shipment_id, line_no)
);
INSERT INTO shipment_line (shipment_id, line_no, quantity)
    SELECT s.id, l.line_no, l.quantity FROM shipment s JOIN order_line l ON l.seller_order_id = s.seller_order_id;

-- What has become of a line's units, and how much of what was allocated to it at placement has been given back. The line as it
-- was bought never changes; the checks are the last line of defense against sending or giving back twice.
ALTER TABLE order_line
    ADD COLUMN shipped        int NOT NULL DEFAULT 0 CHECK (shipped >= 0),
    ADD COLUMN canceled       int NOT NULL DEFAULT 0 CHECK (canceled >= 0),
    ADD COLUMN returned       int NOT NULL DEFAULT 0 CHECK (returned >= 0),
    ADD COLUMN units_back     int NOT NULL DEFAULT 0 CHECK (units_back >= 0),
    ADD COLUMN back_minor     bigint NOT NULL DEFAULT 0,
    ADD COLUMN tax_back_minor bigint NOT NULL DEFAULT 0;
UPDATE order_line l
   SET shipped = CASE WHEN p.state IN ('SHIPPED', 'DELIVERED') THEN l.quantity ELSE 0 END,
       canceled = CASE WHEN p.state = 'CANCELED' THEN l.quantity ELSE 0 END,
       units_back = CASE WHEN p.state = 'CANCELED' THEN l.quantity ELSE 0 END,
       back_minor = CASE WHEN p.state = 'CANCELED' THEN l.total_minor ELSE 0 END,
       tax_back_minor = CASE WHEN p.state = 'CANCELED' THEN l.tax_minor ELSE 0 END
  FROM seller_order p WHERE p.id = l.seller_order_id AND p.state <> 'CONFIRMED';
ALTER TABLE order_line
    ADD CHECK (shipped + canceled <= quantity),
    ADD CHECK (returned <= shipped),
    ADD CHECK (units_back <= quantity),
    ADD CHECK (back_minor BETWEEN 0 AND total_minor),
    ADD CHECK (tax_back_minor BETWEEN 0 AND tax_minor);

-- Given back of a part's shipping, tax included, and the tax in it.
ALTER TABLE seller_order
    ADD COLUMN shipping_back_minor     bigint NOT NULL DEFAULT 0 CHECK (shipping_back_minor >= 0),
    ADD COLUMN shipping_tax_back_minor bigint NOT NULL DEFAULT 0 CHECK (shipping_tax_back_minor >= 0);
UPDATE seller_order p
   SET shipping_back_minor = p.total_minor - l.total, shipping_tax_back_minor = p.tax_minor - l.tax
  FROM (SELECT seller_order_id, sum(total_minor) AS total, sum(tax_minor) AS tax FROM order_line GROUP BY 1) l
 WHERE l.seller_order_id = p.id AND p.state = 'CANCELED';

-- The order's refundable figure: what has been promised back, at most all of it. Written conditionally under the row's lock.
ALTER TABLE purchase ADD COLUMN refunded_minor bigint NOT NULL DEFAULT 0;
UPDATE purchase o SET refunded_minor = coalesce((SELECT sum(p.total_minor) FROM seller_order p
                                                  WHERE p.purchase_id = o.id AND p.state = 'CANCELED'), 0);
ALTER TABLE purchase ADD CHECK (refunded_minor BETWEEN 0 AND total_minor);

-- One decision to give money back. The token makes a form that is sent twice one refund.
CREATE TABLE order_refund (
    id           uuid PRIMARY KEY,
    purchase_id  uuid NOT NULL REFERENCES purchase (id),
    token        text NOT NULL,
    request      text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('WHOLE', 'LINES', 'AMOUNT', 'CANCELLATION', 'RETURN')),
    reason       text NOT NULL,
    actor        text NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    tax_minor    bigint NOT NULL CHECK (tax_minor >= 0),
    -- through the gateway; never charged because it is paid on delivery; by hand for orders brought from elsewhere
    settlement   text NOT NULL CHECK (settlement IN ('GATEWAY', 'UNCHARGED', 'BY_HAND')),
    state        text NOT NULL CHECK (state IN ('PENDING', 'SUCCEEDED', 'FAILED')),
    attempt      int NOT NULL DEFAULT 1,
    at           timestamptz NOT NULL,
    settled_at   timestamptz,
    UNIQUE (purchase_id, token)
);
CREATE INDEX order_refund_failed ON order_refund (at) WHERE state = 'FAILED';

-- What a refund takes from the allocation; line 0 is the part's shipping. Append-only.
CREATE TABLE order_refund_entry (
    refund_id    uuid NOT NULL REFERENCES order_refund (id),
    part_no      int NOT NULL,
    line_no      int NOT NULL,
    quantity     int NOT NULL CHECK (quantity >= 0),
    amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
    tax_minor    bigint NOT NULL CHECK (tax_minor >= 0),
    PRIMARY KEY (refund_id, part_no, line_no)
);
REVOKE UPDATE, DELETE, TRUNCATE ON order_refund_entry FROM ${role};

-- What of a line has come back is looked up by the line.
CREATE INDEX stock_movement_line ON stock_movement (ref_id text_pattern_ops) WHERE ref_type IN ('LINE', 'BACK');
