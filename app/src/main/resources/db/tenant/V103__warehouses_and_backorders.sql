-- Several places to send from. A warehouse without a seller is the marketplace's own and open to every seller's goods.
ALTER TABLE warehouse
    ADD COLUMN seller_id   uuid,
    ADD COLUMN active      boolean NOT NULL DEFAULT true,
    ADD COLUMN street      text NOT NULL DEFAULT '',
    ADD COLUMN postal_code text NOT NULL DEFAULT '',
    ADD COLUMN city        text NOT NULL DEFAULT '';

-- What decides which warehouse sends, the most important first. One row at most; without it the order of the default.
CREATE TABLE stock_rule (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    ranking text[] NOT NULL CHECK (ranking <@ ARRAY ['PRIORITY', 'PARCELS', 'DISTANCE'] AND cardinality(ranking) = 3)
);

-- Units that may be promised before they are here, and how many of those are taken: by holds and by orders that wait for
-- their goods. It stands beside on_hand, so that one row's lock and one conditional write decide over both.
ALTER TABLE stock_item
    ADD COLUMN backorder_cap int NOT NULL DEFAULT 0 CHECK (backorder_cap >= 0),
    ADD COLUMN backordered   int NOT NULL DEFAULT 0 CHECK (backordered >= 0),
    ADD CONSTRAINT stock_item_backorder_cap CHECK (backordered <= backorder_cap);

-- What a shopper is told about units that are not here yet. promised_on: when they can be sent.
CREATE TABLE supply_terms (
    offer_id    uuid PRIMARY KEY,
    mode        text NOT NULL CHECK (mode IN ('BACKORDER', 'PREORDER')),
    promised_on date NOT NULL,
    changed_at  timestamptz NOT NULL DEFAULT now()
);

-- A hold on units that are still to come.
ALTER TABLE reservation ADD COLUMN promised boolean NOT NULL DEFAULT false;
DROP INDEX reservation_once;
CREATE UNIQUE INDEX reservation_once ON reservation (ref, line_no, item_id, promised) WHERE state IN ('ACTIVE', 'COMPLETED');

-- Units that an order's line still waits for. quantity = open + given + canceled; open ones count in backordered.
CREATE TABLE backorder (
    id          uuid PRIMARY KEY,
    order_id    uuid NOT NULL,
    line_no     int NOT NULL,
    item_id     uuid NOT NULL REFERENCES stock_item (id),
    offer_id    uuid NOT NULL,
    mode        text NOT NULL CHECK (mode IN ('BACKORDER', 'PREORDER')),
    promised_on date,
    quantity    int NOT NULL CHECK (quantity > 0),
    open        int NOT NULL CHECK (open >= 0),
    given       int NOT NULL DEFAULT 0 CHECK (given >= 0),
    canceled    int NOT NULL DEFAULT 0 CHECK (canceled >= 0),
    fills       int NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now(),
    changed_at  timestamptz NOT NULL DEFAULT now(),
    CHECK (quantity = open + given + canceled),
    UNIQUE (order_id, line_no, item_id)
);
CREATE INDEX backorder_waiting ON backorder (offer_id, created_at, id) WHERE open > 0;

-- Who ended a hold by hand, and why.
CREATE TABLE hold_release (
    id       uuid PRIMARY KEY,
    ref      uuid NOT NULL,
    actor    text NOT NULL,
    reason   text NOT NULL,
    at       timestamptz NOT NULL DEFAULT now()
);
REVOKE UPDATE, DELETE, TRUNCATE ON hold_release FROM ${role};

ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_kind_check;
ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_kind_check
    CHECK (kind IN ('RECEIPT', 'SALE', 'RETURN', 'ADJUST', 'TRANSFER_OUT', 'TRANSFER_IN')) NOT VALID;

-- The facts as the checks read them. Each branch can be asked by a line's ref without reading all movements.
-- A transfer is an adjustment: what is under way lies in no warehouse and cannot be sold.
-- A unit that was sold before it came appears, while it is awaited, as a promised receipt and the sale of it: nothing on
-- hand changes, the line counts as served, and what may be promised at most is checked apart (inv_backorder). Once goods
-- come in, the pair gives way to the real sale, which the ledger keeps as a FILL: the line's ref and "+n".
CREATE INDEX stock_movement_fill ON stock_movement (split_part(ref_id, '+', 1)) WHERE ref_type = 'FILL';
CREATE OR REPLACE VIEW inv_movement AS
    SELECT i.offer_id AS item_id, m.kind, m.quantity AS qty, m.ref_type, m.ref_id, m.at
      FROM stock_movement m JOIN stock_item i ON i.id = m.item_id
     WHERE m.ref_type <> 'FILL' AND m.kind IN ('RECEIPT', 'SALE', 'RETURN', 'ADJUST')
    UNION ALL
    SELECT i.offer_id, 'ADJUST', m.quantity, m.ref_type, m.ref_id, m.at
      FROM stock_movement m JOIN stock_item i ON i.id = m.item_id WHERE m.kind IN ('TRANSFER_OUT', 'TRANSFER_IN')
    UNION ALL
    SELECT i.offer_id, 'SALE', m.quantity, 'LINE', split_part(m.ref_id, '+', 1), m.at
      FROM stock_movement m JOIN stock_item i ON i.id = m.item_id WHERE m.ref_type = 'FILL' AND m.kind = 'SALE'
    UNION ALL
    SELECT i.offer_id, 'RETURN', m.quantity, 'LINE', split_part(m.ref_id, '+', 1), m.at
      FROM stock_movement m JOIN stock_item i ON i.id = m.item_id WHERE m.ref_type = 'FILL' AND m.kind = 'RETURN'
    UNION ALL
    SELECT b.offer_id, 'RECEIPT', b.open, 'BACKORDER', b.id::text, b.created_at FROM backorder b WHERE b.open > 0
    UNION ALL
    SELECT b.offer_id, 'SALE', -(b.open + b.canceled), 'LINE', b.order_id || ':' || b.line_no, b.created_at
      FROM backorder b WHERE b.open + b.canceled > 0
    UNION ALL
    SELECT b.offer_id, 'RETURN', b.canceled, 'LINE', b.order_id || ':' || b.line_no, b.changed_at
      FROM backorder b WHERE b.canceled > 0;
-- A hold on units to come takes nothing from a shelf: it belongs to no item's reserved units, but ends like every other.
CREATE OR REPLACE VIEW inv_reservation AS
    SELECT r.id, CASE WHEN r.promised THEN NULL ELSE i.offer_id END AS item_id, r.quantity AS qty,
           CASE r.state WHEN 'CANCELED' THEN 'CANCELLED' ELSE r.state END AS state, r.order_id, r.expires_at, r.closed_at
      FROM reservation r JOIN stock_item i ON i.id = r.item_id;
-- No row may have taken > cap or taken <> held + awaited.
CREATE VIEW inv_backorder AS
    SELECT i.offer_id AS item_id, i.id AS row_id, i.backorder_cap AS cap, i.backordered AS taken,
           (SELECT coalesce(sum(r.quantity), 0) FROM reservation r
             WHERE r.item_id = i.id AND r.promised AND r.state = 'ACTIVE')::int AS held,
           (SELECT coalesce(sum(b.open), 0) FROM backorder b WHERE b.item_id = i.id)::int AS awaited
      FROM stock_item i WHERE i.backorder_cap > 0 OR i.backordered > 0;
