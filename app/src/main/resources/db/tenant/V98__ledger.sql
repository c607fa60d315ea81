-- Double entry. A transaction is one money fact, an entry one account that it moves; nothing is ever changed or deleted.
CREATE TABLE ledger_txn (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL,
    reference   text NOT NULL,
    purchase_id uuid,
    payment_id  uuid,
    currency    char(3) NOT NULL,
    -- how it was worked out, where somebody may ask
    explanation jsonb NOT NULL DEFAULT '[]',
    posted_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (kind, reference)
);
CREATE INDEX ledger_txn_purchase ON ledger_txn (purchase_id) WHERE purchase_id IS NOT NULL;
CREATE INDEX ledger_txn_payment ON ledger_txn (payment_id) WHERE kind = 'ORDER';

-- Debits are positive, credits negative, in the transaction's currency. The one statement that writes entries writes their
-- transaction, too; a foreign key would ask for it again, row by row.
CREATE TABLE ledger_entry (
    txn_id       uuid NOT NULL,
    account      text NOT NULL CHECK (account IN (
                     'CLEARING',      -- asset: money at a gateway; party: the gateway
                     'RECEIVABLE',    -- asset: cash that couriers are still to bring
                     'DEPOSIT',       -- liability: buyers' money that no order stands for yet
                     'SELLER',        -- liability: goods after commission; party: the seller
                     'SHIPPING',      -- liability: what buyers paid for sending; party: the seller, who sends
                     'TAX',           -- liability: taxes taken; party: the seller whose sale it was
                     'STORE_CREDIT',  -- liability
                     'GIFT_CARD',     -- liability
                     'COMMISSION',    -- income; party: the seller who pays it
                     'GRANTED')),     -- expense: credit given away, and refunds beyond what a sale brought
    party        text NOT NULL DEFAULT '',
    amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
    PRIMARY KEY (txn_id, account, party)
);
CREATE INDEX ledger_entry_account ON ledger_entry (account, party);

-- The entries of a transaction come in one statement, and that statement adds up to zero or does not happen. As nothing can be
-- changed afterwards, no sum can ever be anything else.
CREATE FUNCTION ledger_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added GROUP BY txn_id HAVING sum(amount_minor) <> 0) THEN
        RAISE EXCEPTION 'A transaction of the books does not add up to zero' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_adds_up AFTER INSERT ON ledger_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_adds_up();

-- Which seller's goods, shipping and tax a refund is for, where the one who asks for it knows.
CREATE TABLE ledger_plan (
    purpose        text NOT NULL,
    seller_id      uuid NOT NULL,
    goods_minor    bigint NOT NULL CHECK (goods_minor >= 0),
    shipping_minor bigint NOT NULL CHECK (shipping_minor >= 0),
    tax_minor      bigint NOT NULL CHECK (tax_minor >= 0),
    PRIMARY KEY (purpose, seller_id)
);

REVOKE UPDATE, DELETE, TRUNCATE ON ledger_txn, ledger_entry, ledger_plan FROM ${role};

-- Rates are facts with dates: a change is a new row. No seller: what holds for all that have none of their own.
CREATE TABLE commission_rate (
    id           uuid PRIMARY KEY,
    seller_id    uuid,
    basis_points int NOT NULL CHECK (basis_points BETWEEN 0 AND 10000),
    actor        text NOT NULL,
    valid_from   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX commission_rate_seller ON commission_rate (seller_id, valid_from);
REVOKE UPDATE, DELETE, TRUNCATE ON commission_rate FROM ${role};
INSERT INTO commission_rate (id, basis_points, actor, valid_from) VALUES (gen_random_uuid(), 1000, 'galleria', '-infinity');

-- Payments made before this moment are not in the books.
CREATE TABLE ledger_opening (opened_at timestamptz NOT NULL DEFAULT now());
INSERT INTO ledger_opening DEFAULT VALUES;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ledger_opening FROM ${role};

CREATE VIEW inv_ledger AS
    SELECT e.txn_id, e.account || CASE e.party WHEN '' THEN '' ELSE ':' || e.party END AS account,
           greatest(e.amount_minor, 0) AS debit, greatest(-e.amount_minor, 0) AS credit, t.currency,
           t.kind, t.reference, t.purchase_id AS order_id, t.payment_id, t.posted_at
      FROM ledger_entry e JOIN ledger_txn t ON t.id = e.txn_id;

CREATE VIEW inv_opening AS SELECT opened_at FROM ledger_opening;

-- What a check of the facts has found; the newest run is what counts.
CREATE TABLE verify_run (
    id          uuid PRIMARY KEY,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    checks      int NOT NULL,
    skipped     int NOT NULL,
    differences int NOT NULL,
    findings    jsonb NOT NULL
);
CREATE INDEX verify_run_newest ON verify_run (started_at DESC);
