CREATE TABLE category (
    id        uuid PRIMARY KEY,
    version   bigint NOT NULL DEFAULT 0,
    parent_id uuid REFERENCES category (id),
    slug      text NOT NULL UNIQUE,
    position  int NOT NULL,
    -- ids from the root to this one; every ancestor's listing finds its products by it
    path      uuid[] NOT NULL,
    image_key text
);
CREATE INDEX category_parent ON category (parent_id);

CREATE TABLE category_text (
    category_id uuid NOT NULL REFERENCES category (id) ON DELETE CASCADE,
    locale      text NOT NULL,
    title       text NOT NULL,
    description text NOT NULL DEFAULT '',
    PRIMARY KEY (category_id, locale)
);

CREATE TABLE brand (
    id        uuid PRIMARY KEY,
    slug      text NOT NULL UNIQUE,
    name      text NOT NULL,
    country   char(2),
    founded   int,
    image_key text
);

CREATE TABLE brand_text (
    brand_id    uuid NOT NULL REFERENCES brand (id) ON DELETE CASCADE,
    locale      text NOT NULL,
    description text NOT NULL,
    PRIMARY KEY (brand_id, locale)
);

-- A typed fact: the kind decides which value column of product_attribute is set.
CREATE TABLE attribute (
    id         uuid PRIMARY KEY,
    code       text NOT NULL UNIQUE,
    kind       text NOT NULL CHECK (kind IN ('TEXT', 'NUMBER', 'CHOICE', 'FLAG', 'DATE')),
    unit       text,
    filterable boolean NOT NULL,
    position   int NOT NULL
);

CREATE TABLE attribute_text (
    attribute_id uuid NOT NULL REFERENCES attribute (id) ON DELETE CASCADE,
    locale       text NOT NULL,
    label        text NOT NULL,
    PRIMARY KEY (attribute_id, locale)
);

CREATE TABLE attribute_choice (
    attribute_id uuid NOT NULL REFERENCES attribute (id) ON DELETE CASCADE,
    code         text NOT NULL,
    position     int NOT NULL,
    labels       jsonb NOT NULL,
    PRIMARY KEY (attribute_id, code)
);

CREATE TABLE product (
    id           uuid PRIMARY KEY,
    version      bigint NOT NULL DEFAULT 0,
    slug         text NOT NULL UNIQUE,
    brand_id     uuid REFERENCES brand (id),
    category_id  uuid NOT NULL REFERENCES category (id),
    tax_class    text NOT NULL,
    tags         text[] NOT NULL DEFAULT '{}',
    state        text NOT NULL CHECK (state IN ('DRAFT', 'ACTIVE', 'ARCHIVED')),
    published_at timestamptz,
    rating_sum   bigint NOT NULL DEFAULT 0,
    rating_count int NOT NULL DEFAULT 0,
    sold         int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    changed_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX product_category ON product (category_id);

CREATE TABLE product_text (
    product_id  uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    locale      text NOT NULL,
    title       text NOT NULL,
    description text NOT NULL DEFAULT '',
    PRIMARY KEY (product_id, locale)
);

CREATE TABLE product_attribute (
    product_id   uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    attribute_id uuid NOT NULL REFERENCES attribute (id),
    -- the code of a choice
    text_value   text,
    -- free text by locale
    texts        jsonb,
    number_value numeric(18, 4),
    flag_value   boolean,
    date_value   date,
    PRIMARY KEY (product_id, attribute_id)
);

-- What a shopper chooses between, in order; the values' labels by locale.
CREATE TABLE product_option (
    product_id uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    position   int NOT NULL,
    code       text NOT NULL,
    labels     jsonb NOT NULL,
    PRIMARY KEY (product_id, position)
);

CREATE TABLE option_value (
    product_id uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    option     text NOT NULL,
    code       text NOT NULL,
    position   int NOT NULL,
    labels     jsonb NOT NULL,
    swatch     text,
    PRIMARY KEY (product_id, option, code)
);

CREATE TABLE variant (
    id           uuid PRIMARY KEY,
    product_id   uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    sku          text NOT NULL UNIQUE,
    gtin         text,
    -- {"color": "navy", "size": "m"}
    choices      jsonb NOT NULL DEFAULT '{}',
    position     int NOT NULL,
    weight_grams int NOT NULL DEFAULT 0 CHECK (weight_grams >= 0),
    image_key    text
);
CREATE INDEX variant_product ON variant (product_id);
CREATE UNIQUE INDEX variant_choices ON variant (product_id, choices);

CREATE TABLE product_image (
    id         uuid PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    position   int NOT NULL,
    key        text NOT NULL,
    alts       jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX product_image_product ON product_image (product_id);

-- One seller's price and terms for one variant. Amounts are minor units of the tenant's currency.
CREATE TABLE offer (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL DEFAULT 0,
    variant_id     uuid NOT NULL REFERENCES variant (id) ON DELETE CASCADE,
    seller_id      uuid NOT NULL,
    price_minor    bigint NOT NULL CHECK (price_minor > 0),
    list_minor     bigint CHECK (list_minor > 0),
    sale_minor     bigint CHECK (sale_minor > 0),
    sale_from      timestamptz,
    sale_to        timestamptz,
    handling_days  int NOT NULL DEFAULT 1 CHECK (handling_days >= 0),
    active         boolean NOT NULL DEFAULT true,
    -- inventory's word, told by event: whether any unit is free to be sold
    in_stock       boolean NOT NULL DEFAULT false,
    changed_at     timestamptz NOT NULL DEFAULT now(),
    UNIQUE (variant_id, seller_id),
    CHECK (sale_minor IS NULL OR sale_from IS NOT NULL AND sale_to IS NOT NULL AND sale_to > sale_from)
);
CREATE INDEX offer_seller ON offer (seller_id);
CREATE INDEX offer_sale ON offer (sale_from, sale_to) WHERE sale_minor IS NOT NULL;

-- An offer at this moment. The list price is what the price is compared with, only if it is higher.
CREATE VIEW offer_now AS
    SELECT id, variant_id, seller_id, active, in_stock, handling_days, price_minor,
           CASE WHEN compared_minor > price_minor THEN compared_minor END AS list_minor, sale_ends
      FROM (SELECT o.id, o.variant_id, o.seller_id, o.active, o.in_stock, o.handling_days,
                   CASE WHEN running THEN o.sale_minor ELSE o.price_minor END AS price_minor,
                   CASE WHEN running THEN greatest(o.price_minor, o.list_minor) ELSE o.list_minor END AS compared_minor,
                   CASE WHEN running THEN o.sale_to END AS sale_ends
              FROM offer o
             CROSS JOIN LATERAL (SELECT o.sale_minor IS NOT NULL AND now() >= o.sale_from AND now() < o.sale_to AS running) s) p;

-- The read model: one flat row per product and everything that a listing shows, built from the tables above.
CREATE TABLE product_summary (
    product_id    uuid PRIMARY KEY,
    slug          text NOT NULL,
    titles        jsonb NOT NULL,
    descriptions  jsonb NOT NULL,
    brand_slug    text,
    brand_name    text,
    category_path uuid[] NOT NULL,
    price_minor   bigint NOT NULL,
    list_minor    bigint,
    price_varies  boolean NOT NULL,
    seller_id     uuid NOT NULL,
    seller_name   text NOT NULL,
    seller_count  int NOT NULL,
    -- everybody who offers it, not only the winner
    seller_ids    uuid[] NOT NULL,
    variant_id    uuid NOT NULL,
    offer_id      uuid NOT NULL,
    variant_count int NOT NULL,
    image_key     text,
    image_key2    text,
    rating        int NOT NULL,
    rating_count  int NOT NULL,
    in_stock      boolean NOT NULL,
    tags          text[] NOT NULL DEFAULT '{}',
    skus          text NOT NULL,
    facts         jsonb NOT NULL DEFAULT '{}',
    sold          int NOT NULL DEFAULT 0,
    published_at  timestamptz NOT NULL,
    -- the moment whose prices these are
    priced_at     timestamptz NOT NULL DEFAULT now(),
    changed_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX product_summary_category ON product_summary USING gin (category_path);
CREATE INDEX product_summary_newest ON product_summary (published_at DESC, product_id);
CREATE INDEX product_summary_sold ON product_summary (sold DESC, product_id);
CREATE INDEX product_summary_seller ON product_summary USING gin (seller_ids);
CREATE INDEX product_summary_price ON product_summary (price_minor, product_id);
