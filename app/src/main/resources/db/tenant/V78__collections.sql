-- Products gathered under a title: those that a rule finds, or (without a rule) those picked by hand.
CREATE TABLE collection (
    id         uuid PRIMARY KEY,
    version    bigint NOT NULL DEFAULT 0,
    slug       text NOT NULL UNIQUE,
    published  boolean NOT NULL,
    position   int NOT NULL,
    sort       text NOT NULL,
    rule       jsonb,
    -- the rule asks for the age of products: what it finds changes with time alone
    by_age     boolean NOT NULL DEFAULT false,
    -- to be gathered anew as a whole
    due        boolean NOT NULL DEFAULT false,
    built_at   timestamptz,
    -- how many of its products shoppers can see, and the picture of the first: looked up by a job
    products   int NOT NULL DEFAULT 0,
    image_key  text,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE collection_text (
    collection_id uuid NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    locale        text NOT NULL,
    title         text NOT NULL,
    description   text NOT NULL DEFAULT '',
    PRIMARY KEY (collection_id, locale)
);

-- Those whose products are to be counted.
CREATE TABLE collection_recount (
    collection_id uuid PRIMARY KEY REFERENCES collection (id) ON DELETE CASCADE
);

CREATE TABLE collection_slug (
    slug          text PRIMARY KEY,
    collection_id uuid NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    retired_at    timestamptz NOT NULL
);
CREATE INDEX collection_slug_collection ON collection_slug (collection_id);

-- What belongs to which: written by hand, or kept up with the rule. The position counts for picked products only.
CREATE TABLE collection_product (
    collection_id uuid NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    product_id    uuid NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    position      int NOT NULL DEFAULT 0,
    PRIMARY KEY (collection_id, product_id)
);
CREATE INDEX collection_product_order ON collection_product (collection_id, position, product_id);
CREATE INDEX collection_product_product ON collection_product (product_id);

-- Rules find by these.
CREATE INDEX product_summary_brand ON product_summary (brand_slug);
CREATE INDEX product_summary_tags ON product_summary USING gin (tags);

-- The index is told of collections too: the view that it is built from, with one more column.
DO $$ BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW product_document AS SELECT d.*, (SELECT string_agg(m.collection_id::text, '' '')'
        || ' FROM collection_product m WHERE m.product_id = d.product_id) AS collections FROM ('
        || rtrim(pg_get_viewdef('product_document'::regclass), ';') || ') d';
END $$;
