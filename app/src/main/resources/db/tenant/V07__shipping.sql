-- Zone by country; the rate is per seller parcel.
CREATE TABLE shipping_method (
    id              uuid PRIMARY KEY,
    code            text NOT NULL UNIQUE,
    labels          jsonb NOT NULL,
    countries       text[] NOT NULL,
    price_minor     bigint NOT NULL CHECK (price_minor >= 0),
    free_from_minor bigint CHECK (free_from_minor >= 0),
    min_days        int NOT NULL,
    max_days        int NOT NULL,
    position        int NOT NULL,
    CHECK (max_days >= min_days)
);
