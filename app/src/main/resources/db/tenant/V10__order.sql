-- The way from cart to order, one row per attempt to buy. What was priced is kept as it was shown.
CREATE TABLE checkout (
    id           uuid PRIMARY KEY,
    version      bigint NOT NULL DEFAULT 0,
    cart_id      text NOT NULL,
    account_id   uuid,
    state        text NOT NULL CHECK (state IN ('OPEN', 'PAYING', 'PLACED', 'ABANDONED')),
    locale       text NOT NULL,
    email        text,
    -- JSON documents, only ever read whole
    address      text,
    shipping     text NOT NULL DEFAULT '{}',
    -- what was agreed on at the moment of paying: lines, address, totals and their explanation
    deal         text,
    -- the attempt to pay: which form started it, through which gateway, which stock it holds, who asked for it
    pay_key      text,
    gateway      text,
    hold_id      uuid NOT NULL,
    client       text,
    -- why it is open again, or how it ended
    notice       text CHECK (notice IN ('PAYMENT_FAILED', 'PAYMENT_CANCELED', 'TIME_OVER', 'SOLD_OUT', 'REFUNDED')),
    -- when somebody has to see what became of the payment
    look_at      timestamptz,
    token_hash   bytea NOT NULL UNIQUE,
    order_id     uuid,
    created_at   timestamptz NOT NULL DEFAULT now(),
    changed_at   timestamptz NOT NULL DEFAULT now()
);
-- A cart is paid by one checkout at a time.
CREATE UNIQUE INDEX checkout_cart ON checkout (cart_id) WHERE state IN ('OPEN', 'PAYING');
CREATE INDEX checkout_look ON checkout (look_at) WHERE state = 'PAYING';
CREATE INDEX checkout_open ON checkout (changed_at) WHERE state = 'OPEN';

CREATE TABLE purchase (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL DEFAULT 0,
    number          text NOT NULL UNIQUE,
    checkout_id     uuid NOT NULL UNIQUE,
    payment_id      uuid,
    account_id      uuid,
    email           text NOT NULL,
    locale          text NOT NULL,
    state           text NOT NULL CHECK (state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED', 'CANCELED')),
    -- the gateway; for orders brought from elsewhere what was used there
    payment_method  text NOT NULL,
    address         jsonb NOT NULL,
    currency        char(3) NOT NULL,
    subtotal_minor  bigint NOT NULL,
    discount_minor  bigint NOT NULL,
    shipping_minor  bigint NOT NULL,
    tax_minor       bigint NOT NULL,
    tax_included    boolean NOT NULL,
    total_minor     bigint NOT NULL CHECK (total_minor >= 0),
    explanation     jsonb NOT NULL,
    token_hash      bytea NOT NULL UNIQUE,
    placed_at       timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX purchase_account ON purchase (account_id, placed_at DESC);
CREATE INDEX purchase_placed ON purchase (placed_at DESC);

-- The part of a purchase that one seller fulfills.
CREATE TABLE seller_order (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL DEFAULT 0,
    purchase_id     uuid NOT NULL REFERENCES purchase (id),
    seller_id       uuid NOT NULL,
    seller_name     text NOT NULL,
    part_no         int NOT NULL,
    state           text NOT NULL CHECK (state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED', 'CANCELED')),
    shipping_method text NOT NULL,
    shipping_label  text NOT NULL,
    subtotal_minor  bigint NOT NULL,
    discount_minor  bigint NOT NULL,
    shipping_minor  bigint NOT NULL,
    tax_minor       bigint NOT NULL,
    total_minor     bigint NOT NULL,
    placed_at       timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (purchase_id, part_no),
    UNIQUE (purchase_id, seller_id)
);
CREATE INDEX seller_order_seller ON seller_order (seller_id, placed_at DESC);

CREATE TABLE order_line (
    id              uuid PRIMARY KEY,
    purchase_id     uuid NOT NULL REFERENCES purchase (id),
    seller_order_id uuid NOT NULL REFERENCES seller_order (id),
    line_no         int NOT NULL,
    seller_id       uuid NOT NULL,
    product_id      uuid NOT NULL,
    product_slug    text NOT NULL,
    variant_id      uuid NOT NULL,
    offer_id        uuid NOT NULL,
    sku             text NOT NULL,
    title           text NOT NULL,
    choices         text NOT NULL,
    image_key       text,
    quantity        int NOT NULL CHECK (quantity > 0),
    unit_minor      bigint NOT NULL CHECK (unit_minor >= 0),
    discount_minor  bigint NOT NULL DEFAULT 0,
    tax_minor       bigint NOT NULL,
    tax_rate_ppm    int NOT NULL,
    total_minor     bigint NOT NULL,
    UNIQUE (purchase_id, line_no)
);
CREATE INDEX order_line_part ON order_line (seller_order_id);
CREATE INDEX order_line_offer ON order_line (offer_id);

CREATE TABLE shipment (
    id              uuid PRIMARY KEY,
    seller_order_id uuid NOT NULL REFERENCES seller_order (id),
    carrier         text NOT NULL,
    tracking_number text NOT NULL,
    tracking_url    text,
    shipped_at      timestamptz NOT NULL,
    delivered_at    timestamptz
);
CREATE UNIQUE INDEX shipment_part ON shipment (seller_order_id);

CREATE TABLE order_event (
    id          uuid PRIMARY KEY,
    purchase_id uuid NOT NULL REFERENCES purchase (id),
    seller_id   uuid,
    at          timestamptz NOT NULL DEFAULT now(),
    kind        text NOT NULL,
    actor       text NOT NULL,
    detail      jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX order_event_purchase ON order_event (purchase_id, at);
REVOKE UPDATE, DELETE, TRUNCATE ON order_event FROM ${role};
