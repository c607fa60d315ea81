-- Which ways to pay are offered, and where; a way without a row is as its adapter says. Keys lie sealed under the
-- installation's secret.
CREATE TABLE payment_way (
    gateway    text PRIMARY KEY,
    enabled    boolean NOT NULL,
    countries  text NOT NULL DEFAULT '' CHECK (countries ~ '^([A-Z]{2}( [A-Z]{2})*)?$'),
    key_id     text,
    key_sealed text,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL
);

-- What events are signed with is sealed, too. The gateways are asked to send events anew, which tells new secrets.
DELETE FROM gateway_account;
ALTER TABLE gateway_account RENAME COLUMN webhook_secret TO webhook_sealed;

ALTER TABLE payment DROP CONSTRAINT IF EXISTS payment_gateway_check;
ALTER TABLE payment ADD CONSTRAINT payment_gateway_check CHECK (gateway ~ '^[a-z][a-z-]{1,30}$');

-- How often a person has had a refused refund tried again.
ALTER TABLE refund ADD COLUMN rounds int NOT NULL DEFAULT 0;
