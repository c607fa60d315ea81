-- What is taken off for a time. Targets are ids of products, categories, brands, collections or sellers; none means all goods.
CREATE TABLE promotion (
    id                 uuid PRIMARY KEY,
    name               text NOT NULL,
    kind               text NOT NULL CHECK (kind IN ('PERCENT', 'FIXED', 'BUY_GET', 'FREE_SHIPPING', 'GIFT')),
    value              bigint NOT NULL CHECK (value >= 0),
    buy_quantity       int NOT NULL DEFAULT 0 CHECK (buy_quantity >= 0),
    get_quantity       int NOT NULL DEFAULT 0 CHECK (get_quantity >= 0),
    stacking           text NOT NULL CHECK (stacking IN ('EXCLUSIVE', 'COMBINABLE', 'BEST_OF')),
    position           int NOT NULL DEFAULT 0,
    min_subtotal_minor bigint NOT NULL DEFAULT 0 CHECK (min_subtotal_minor >= 0),
    min_quantity       int NOT NULL DEFAULT 0 CHECK (min_quantity >= 0),
    group_id           uuid,
    targets            uuid[] NOT NULL DEFAULT '{}',
    needs_coupon       boolean NOT NULL,
    starts_at          timestamptz,
    ends_at            timestamptz,
    active             boolean NOT NULL,
    created_at         timestamptz NOT NULL DEFAULT now(),
    CHECK (kind <> 'BUY_GET' OR (buy_quantity > 0 AND get_quantity > 0)),
    CHECK (kind NOT IN ('PERCENT', 'BUY_GET') OR value BETWEEN 1 AND 10000),
    CHECK (ends_at IS NULL OR starts_at IS NULL OR starts_at < ends_at)
);
CREATE INDEX promotion_active ON promotion (position, id) WHERE active;

-- The counter decides; it is the number of uses that have not been released.
CREATE TABLE coupon (
    id               uuid PRIMARY KEY,
    promotion_id     uuid NOT NULL REFERENCES promotion (id),
    code             text NOT NULL UNIQUE CHECK (code = upper(code)),
    batch            text NOT NULL DEFAULT '',
    max_uses         int CHECK (max_uses > 0),
    max_per_customer int CHECK (max_per_customer > 0),
    uses             int NOT NULL DEFAULT 0 CHECK (uses >= 0 AND (max_uses IS NULL OR uses <= max_uses)),
    created_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX coupon_promotion ON coupon (promotion_id);

CREATE TABLE coupon_use (
    id          uuid PRIMARY KEY,
    coupon_id   uuid NOT NULL REFERENCES coupon (id),
    customer    text NOT NULL,
    checkout_id uuid NOT NULL,
    order_id    uuid,
    released    boolean NOT NULL DEFAULT false,
    at          timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX coupon_use_checkout ON coupon_use (checkout_id) WHERE NOT released;
CREATE INDEX coupon_use_customer ON coupon_use (coupon_id, customer) WHERE NOT released;
CREATE INDEX coupon_use_order ON coupon_use (order_id);

-- The code that a shopper has given for a cart.
CREATE TABLE coupon_entry (
    cart_id    text PRIMARY KEY,
    coupon_id  uuid NOT NULL REFERENCES coupon (id),
    entered_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX coupon_entry_at ON coupon_entry (entered_at);

CREATE VIEW inv_coupon AS SELECT id, max_uses, max_per_customer, uses FROM coupon;
CREATE VIEW inv_coupon_use AS SELECT coupon_id, customer AS customer_id, order_id, released FROM coupon_use;
