-- What a kind of product is described by: a chair has a seat height, a book has pages.
CREATE TABLE product_type (
    id       uuid PRIMARY KEY,
    version  bigint NOT NULL DEFAULT 0,
    code     text NOT NULL UNIQUE,
    labels   jsonb NOT NULL,
    position int NOT NULL DEFAULT 0
);

CREATE TABLE product_type_attribute (
    type_id      uuid NOT NULL REFERENCES product_type (id) ON DELETE CASCADE,
    attribute_id uuid NOT NULL REFERENCES attribute (id) ON DELETE CASCADE,
    position     int NOT NULL,
    required     boolean NOT NULL,
    PRIMARY KEY (type_id, attribute_id)
);

-- Whose description it is: a seller's, or (null) the marketplace's own. Offers on it are another matter.
ALTER TABLE product ADD COLUMN owner_seller_id uuid;
ALTER TABLE product ADD COLUMN type_id uuid REFERENCES product_type (id);
ALTER TABLE product ADD COLUMN deleted_at timestamptz;
ALTER TABLE product DROP CONSTRAINT product_state_check;
-- DELETED is a tombstone: its address answers "gone", everything else of it is removed.
ALTER TABLE product ADD CONSTRAINT product_state_check CHECK (state IN ('DRAFT', 'ACTIVE', 'ARCHIVED', 'DELETED'));
ALTER TABLE product ADD CONSTRAINT product_published CHECK (state <> 'ACTIVE' OR published_at IS NOT NULL);
ALTER TABLE product ADD CONSTRAINT product_deleted CHECK ((state = 'DELETED') = (deleted_at IS NOT NULL));
CREATE INDEX product_owner ON product (owner_seller_id);
CREATE INDEX product_due ON product (published_at) WHERE state = 'ACTIVE';
CREATE INDEX product_changed ON product (changed_at DESC, id);

-- Judged at the end of the transaction, so that two variants may swap their choices.
DROP INDEX variant_choices;
ALTER TABLE variant ADD CONSTRAINT variant_choices UNIQUE (product_id, choices) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE variant ADD COLUMN version bigint NOT NULL DEFAULT 0;
CREATE INDEX variant_gtin ON variant (gtin) WHERE gtin IS NOT NULL;

-- Addresses that once led somewhere lead there still.
CREATE TABLE product_slug (
    slug       text PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    retired_at timestamptz NOT NULL
);
CREATE INDEX product_slug_product ON product_slug (product_id);

CREATE TABLE category_slug (
    slug        text PRIMARY KEY,
    category_id uuid NOT NULL REFERENCES category (id) ON DELETE CASCADE,
    retired_at  timestamptz NOT NULL
);
CREATE INDEX category_slug_category ON category_slug (category_id);
