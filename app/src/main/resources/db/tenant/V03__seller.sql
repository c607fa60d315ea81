CREATE TABLE seller (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL DEFAULT 0,
    slug          text NOT NULL UNIQUE,
    name          text NOT NULL,
    email         text NOT NULL,
    country       char(2) NOT NULL,
    city          text,
    image_key     text,
    status        text NOT NULL CHECK (status IN ('APPLIED', 'ACTIVE', 'SUSPENDED')),
    rating_sum    bigint NOT NULL DEFAULT 0,
    rating_count  int NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE seller_text (
    seller_id   uuid NOT NULL REFERENCES seller (id) ON DELETE CASCADE,
    locale      text NOT NULL,
    description text NOT NULL,
    PRIMARY KEY (seller_id, locale)
);
