-- The prices of an offer over time, from each moment until the next: with a sale's window in it, the price of any second
-- is known. Kept when the offer is gone.
CREATE TABLE price_history (
    offer_id    uuid NOT NULL,
    since       timestamptz NOT NULL,
    price_minor bigint NOT NULL,
    sale_minor  bigint,
    sale_from   timestamptz,
    sale_to     timestamptz,
    active      boolean NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX price_history_offer ON price_history (offer_id, since);
REVOKE UPDATE, DELETE, TRUNCATE ON price_history FROM ${role};

INSERT INTO price_history (offer_id, since, price_minor, sale_minor, sale_from, sale_to, active)
SELECT id, changed_at, price_minor, sale_minor, sale_from, sale_to, active FROM offer;

-- Whoever changes a price, in whatever way: it is recorded.
CREATE FUNCTION record_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO price_history (offer_id, since, price_minor, sale_minor, sale_from, sale_to, active)
    VALUES (NEW.id, now(), NEW.price_minor, NEW.sale_minor, NEW.sale_from, NEW.sale_to, NEW.active);
    RETURN NULL;
END $$;

CREATE TRIGGER offer_priced AFTER INSERT ON offer FOR EACH ROW EXECUTE FUNCTION record_price();
CREATE TRIGGER offer_repriced AFTER UPDATE ON offer FOR EACH ROW
    WHEN ((OLD.price_minor, OLD.sale_minor, OLD.sale_from, OLD.sale_to, OLD.active)
          IS DISTINCT FROM (NEW.price_minor, NEW.sale_minor, NEW.sale_from, NEW.sale_to, NEW.active))
    EXECUTE FUNCTION record_price();
