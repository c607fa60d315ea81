-- Links that are mailed to the owner of an address. Only the token's hash is kept; a link works once.
CREATE TABLE account_link (
    token_hash bytea PRIMARY KEY,
    -- SIGN_UP opens an account, RESET gives an account a new password
    kind       text NOT NULL CHECK (kind IN ('SIGN_UP', 'RESET')),
    account_id uuid REFERENCES account (id) ON DELETE CASCADE,
    email      text NOT NULL,
    name       text NOT NULL,
    locale     text NOT NULL,
    next_page  text NOT NULL DEFAULT '',
    expires_at timestamptz NOT NULL,
    CHECK ((kind = 'RESET') = (account_id IS NOT NULL))
);
CREATE INDEX account_link_email ON account_link (email);

-- Whether somebody has followed a link that was mailed to the address.
ALTER TABLE account ADD COLUMN email_confirmed boolean NOT NULL DEFAULT false;

-- Orders of guests, for accounts whose address is confirmed.
CREATE INDEX purchase_guest ON purchase (email) WHERE account_id IS NULL;
