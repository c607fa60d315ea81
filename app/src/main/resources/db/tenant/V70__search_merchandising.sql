-- What shoppers say for the same thing. Without "means" all words stand for each other, with it the words stand for those too.
CREATE TABLE search_synonym (
    id         uuid PRIMARY KEY,
    version    int NOT NULL DEFAULT 0,
    locale     text NOT NULL,
    words      text[] NOT NULL,
    means      text[] NOT NULL,
    changed_at timestamptz NOT NULL,
    CHECK (cardinality(words) BETWEEN 1 AND 20 AND cardinality(means) <= 20 AND cardinality(words) + cardinality(means) >= 2)
);

-- Where a product stands when its words are looked for or its department is shown. Words are kept in their plain form.
CREATE TABLE search_rule (
    id          uuid PRIMARY KEY,
    version     int NOT NULL DEFAULT 0,
    query       text,
    category_id uuid,
    product_id  uuid NOT NULL,
    action      text NOT NULL CHECK (action IN ('PIN', 'BOOST', 'BURY', 'HIDE')),
    position    int CHECK (position BETWEEN 1 AND 12),
    points      int CHECK (points BETWEEN 1 AND 100),
    starts_at   timestamptz,
    ends_at     timestamptz,
    changed_at  timestamptz NOT NULL,
    CHECK ((query IS NULL) <> (category_id IS NULL)),
    CHECK ((action = 'PIN') = (position IS NOT NULL)),
    CHECK ((action = 'BOOST') = (points IS NOT NULL)),
    CHECK (ends_at > starts_at)
);

-- Words that lead to a page of the shop instead of a list of products.
CREATE TABLE search_redirect (
    id         uuid PRIMARY KEY,
    version    int NOT NULL DEFAULT 0,
    query      text NOT NULL UNIQUE,
    path       text NOT NULL CHECK (path ~ '^/([^/\\]|$)'),
    changed_at timestamptz NOT NULL
);
