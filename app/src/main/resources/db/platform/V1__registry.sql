-- The registry: which tenants exist, where they live and who runs the fleet. No tenant role can see this schema.
CREATE TABLE tenant (
    id                 uuid PRIMARY KEY,
    slug               text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{2,30}$'),
    schema_name        text NOT NULL UNIQUE,
    role_name          text NOT NULL UNIQUE,
    name               text NOT NULL,
    plan               text NOT NULL,
    state              text NOT NULL CHECK (state IN ('CREATING', 'ACTIVE', 'SUSPENDED', 'FAILED')),
    schema_version     text,
    failure            text,
    theme              text NOT NULL,
    currency           char(3) NOT NULL,
    country            char(2) NOT NULL,
    default_locale     text NOT NULL,
    locales            text[] NOT NULL,
    prices_include_tax boolean NOT NULL,
    taglines           jsonb NOT NULL DEFAULT '{}',
    mail_from          text NOT NULL,
    created_at         timestamptz NOT NULL DEFAULT now(),
    changed_at         timestamptz NOT NULL DEFAULT now(),
    last_order_at      timestamptz
);

CREATE TABLE tenant_domain (
    host      text PRIMARY KEY CHECK (host = lower(host)),
    tenant_id uuid NOT NULL REFERENCES tenant (id)
);

CREATE TABLE admin (
    id            uuid PRIMARY KEY,
    email         text NOT NULL UNIQUE CHECK (email = lower(email)),
    name          text NOT NULL,
    password_hash text NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE admin_session (
    token_hash bytea PRIMARY KEY,
    admin_id   uuid NOT NULL REFERENCES admin (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);

CREATE TABLE audit (
    id        uuid PRIMARY KEY,
    at        timestamptz NOT NULL DEFAULT now(),
    actor     text NOT NULL,
    action    text NOT NULL,
    tenant_id uuid,
    detail    jsonb NOT NULL DEFAULT '{}'
);
