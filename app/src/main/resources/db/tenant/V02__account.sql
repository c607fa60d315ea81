CREATE TABLE account (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL DEFAULT 0,
    email         text NOT NULL UNIQUE CHECK (email = lower(email)),
    name          text NOT NULL,
    password_hash text NOT NULL,
    locale        text NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now()
);

-- A seller's role carries the seller; shopper is everybody.
CREATE TABLE account_role (
    account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role       text NOT NULL CHECK (role IN ('OWNER', 'STAFF', 'SELLER')),
    seller_id  uuid,
    CHECK ((role = 'SELLER') = (seller_id IS NOT NULL))
);
CREATE UNIQUE INDEX account_role_once ON account_role (account_id, role, coalesce(seller_id, '00000000-0000-0000-0000-000000000000'));

CREATE TABLE account_session (
    token_hash bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);
CREATE INDEX account_session_account ON account_session (account_id);

CREATE TABLE address (
    id          uuid PRIMARY KEY,
    account_id  uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name        text NOT NULL,
    company     text,
    line1       text NOT NULL,
    line2       text,
    postal_code text NOT NULL,
    city        text NOT NULL,
    region      text,
    country     char(2) NOT NULL,
    phone       text,
    preferred   boolean NOT NULL DEFAULT false,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX address_account ON address (account_id);
CREATE UNIQUE INDEX address_preferred ON address (account_id) WHERE preferred;
