CREATE TABLE mail (
    id         uuid PRIMARY KEY,
    -- what the mail is about, e.g. order-confirmed:<id>; the same reason never mails twice
    reference  text NOT NULL UNIQUE,
    recipient  text NOT NULL,
    sender     text NOT NULL,
    locale     text NOT NULL,
    subject    text NOT NULL,
    html       text NOT NULL,
    text       text NOT NULL,
    state      text NOT NULL CHECK (state IN ('QUEUED', 'SENT', 'KEPT', 'FAILED')),
    attempts   int NOT NULL DEFAULT 0,
    retry_at   timestamptz NOT NULL DEFAULT now(),
    last_error text,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at    timestamptz
);
CREATE INDEX mail_queued ON mail (retry_at) WHERE state = 'QUEUED';
CREATE INDEX mail_newest ON mail (created_at DESC);
