-- The write-behind copy of the carts that live in the cluster's memory.
CREATE TABLE cart (
    id         text PRIMARY KEY,
    account_id uuid,
    content    jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);
CREATE INDEX cart_expiry ON cart (expires_at);
