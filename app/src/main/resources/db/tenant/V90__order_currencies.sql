-- What a checkout is to be paid in; null is the marketplace's own currency.
ALTER TABLE checkout ADD COLUMN currency char(3);

-- An order keeps the rate at which it was placed (one unit of the marketplace's currency is so many of the order's) and what its
-- total is worth in the marketplace's currency, so that amounts of several currencies are never added or compared as they are.
ALTER TABLE purchase ADD COLUMN exchange_rate numeric NOT NULL DEFAULT 1 CHECK (exchange_rate > 0);
ALTER TABLE purchase ADD COLUMN own_total_minor bigint CHECK (own_total_minor >= 0);
UPDATE purchase SET own_total_minor = total_minor;
ALTER TABLE purchase ALTER COLUMN own_total_minor SET NOT NULL;

ALTER TABLE seller_order ADD COLUMN own_total_minor bigint;
UPDATE seller_order SET own_total_minor = total_minor;
ALTER TABLE seller_order ALTER COLUMN own_total_minor SET NOT NULL;
