-- How many products of product_summary each category (with all under it) and each brand has: counted by a job after changes.
CREATE TABLE category_count (
    category_id uuid PRIMARY KEY REFERENCES category (id) ON DELETE CASCADE,
    products    int NOT NULL
);

CREATE TABLE brand_count (
    brand_slug text PRIMARY KEY,
    products   int NOT NULL
);

-- One row: whether something has changed since the last count.
CREATE TABLE count_state (
    id  boolean PRIMARY KEY DEFAULT true CHECK (id),
    due boolean NOT NULL
);
INSERT INTO count_state (due) VALUES (true);
