-- Whom prices are made for: trade customers, members, staff.
CREATE TABLE customer_group (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL DEFAULT 0,
    code       text NOT NULL UNIQUE,
    name       text NOT NULL,
    created_at timestamptz NOT NULL
);

ALTER TABLE account ADD COLUMN group_id uuid REFERENCES customer_group (id) ON DELETE SET NULL;
CREATE INDEX account_group ON account (group_id) WHERE group_id IS NOT NULL;

-- Prices beside the general one, for a group or (null) for everybody. A percentage applies to whatever has no entry.
CREATE TABLE price_list (
    id          uuid PRIMARY KEY,
    version     bigint NOT NULL DEFAULT 0,
    name        text NOT NULL,
    group_id    uuid,
    currency    char(3) NOT NULL,
    starts_at   timestamptz,
    ends_at     timestamptz,
    priority    int NOT NULL,
    -- hundredths of a percent off the general price
    percent_off int NOT NULL DEFAULT 0 CHECK (percent_off BETWEEN 0 AND 9900),
    active      boolean NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    CHECK (starts_at IS NULL OR ends_at IS NULL OR ends_at > starts_at)
);
CREATE INDEX price_list_active ON price_list (group_id) WHERE active;

-- What one costs from so many pieces on. An offer that is gone takes its entries along.
CREATE TABLE price_list_entry (
    list_id      uuid NOT NULL REFERENCES price_list (id) ON DELETE CASCADE,
    offer_id     uuid NOT NULL,
    min_quantity int NOT NULL CHECK (min_quantity >= 1),
    price_minor  bigint NOT NULL CHECK (price_minor > 0),
    PRIMARY KEY (list_id, offer_id, min_quantity)
);
CREATE INDEX price_list_entry_offer ON price_list_entry (offer_id);
