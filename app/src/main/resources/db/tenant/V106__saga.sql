-- The legal moves of everything that takes part in a purchase: reserve, authorize, place, capture, fulfill, and what takes each
-- of them back. The states of the code have the same table (a test compares them); whatever writes, the database refuses the rest.
CREATE TABLE saga_move (
    machine    text NOT NULL,
    from_state text NOT NULL,
    to_state   text NOT NULL,
    step       text NOT NULL,
    PRIMARY KEY (machine, from_state, to_state)
);

INSERT INTO saga_move (machine, from_state, to_state, step) VALUES
    ('checkout', 'OPEN', 'PAYING', 'reserve'),
    ('checkout', 'PAYING', 'OPEN', 'release'),
    ('checkout', 'PAYING', 'PLACED', 'place'),
    -- money that came after the attempt had been given up
    ('checkout', 'OPEN', 'PLACED', 'place'),
    ('checkout', 'OPEN', 'ABANDONED', 'end'),
    ('checkout', 'PAYING', 'ABANDONED', 'end'),

    ('reservation', 'ACTIVE', 'COMPLETED', 'place'),
    ('reservation', 'ACTIVE', 'CANCELED', 'release'),
    ('reservation', 'ACTIVE', 'EXPIRED', 'release'),

    ('payment', 'CREATED', 'PENDING', 'authorize'),
    ('payment', 'CREATED', 'UNKNOWN', 'authorize'),
    ('payment', 'CREATED', 'AUTHORIZED', 'authorize'),
    ('payment', 'PENDING', 'AUTHORIZED', 'authorize'),
    ('payment', 'PENDING', 'UNKNOWN', 'authorize'),
    ('payment', 'UNKNOWN', 'PENDING', 'authorize'),
    ('payment', 'UNKNOWN', 'AUTHORIZED', 'authorize'),
    ('payment', 'CREATED', 'CAPTURED', 'capture'),
    ('payment', 'PENDING', 'CAPTURED', 'capture'),
    ('payment', 'UNKNOWN', 'CAPTURED', 'capture'),
    ('payment', 'AUTHORIZED', 'CAPTURED', 'capture'),
    ('payment', 'AUTHORIZED', 'UNKNOWN', 'capture'),
    -- money that has come overrules every other end
    ('payment', 'FAILED', 'CAPTURED', 'capture'),
    ('payment', 'FAILED', 'UNKNOWN', 'capture'),
    ('payment', 'CANCELED', 'CAPTURED', 'capture'),
    ('payment', 'CANCELED', 'UNKNOWN', 'capture'),
    ('payment', 'CREATED', 'FAILED', 'void'),
    ('payment', 'PENDING', 'FAILED', 'void'),
    ('payment', 'UNKNOWN', 'FAILED', 'void'),
    ('payment', 'AUTHORIZED', 'FAILED', 'void'),
    ('payment', 'CREATED', 'CANCELED', 'void'),
    ('payment', 'PENDING', 'CANCELED', 'void'),
    ('payment', 'UNKNOWN', 'CANCELED', 'void'),
    ('payment', 'AUTHORIZED', 'CANCELED', 'void'),

    ('refund', 'PENDING', 'UNKNOWN', 'refund'),
    ('refund', 'PENDING', 'SUCCEEDED', 'refund'),
    ('refund', 'PENDING', 'FAILED', 'refund'),
    ('refund', 'UNKNOWN', 'PENDING', 'refund'),
    ('refund', 'UNKNOWN', 'SUCCEEDED', 'refund'),
    ('refund', 'UNKNOWN', 'FAILED', 'refund');
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON saga_move FROM ${role};

CREATE FUNCTION saga_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM saga_move
                    WHERE machine = TG_TABLE_NAME AND from_state = OLD.state AND to_state = NEW.state) THEN
        RAISE EXCEPTION 'a % that is % may not become %', TG_TABLE_NAME, OLD.state, NEW.state
              USING ERRCODE = 'check_violation', CONSTRAINT = 'saga_move';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER saga BEFORE UPDATE OF state ON checkout
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION saga_refuse();
CREATE TRIGGER saga BEFORE UPDATE OF state ON reservation
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION saga_refuse();
CREATE TRIGGER saga BEFORE UPDATE OF state ON payment
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION saga_refuse();
CREATE TRIGGER saga BEFORE UPDATE OF state ON refund
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION saga_refuse();

-- Until when the attempt's stock is held; a request that was cut off before it came to pay is looked at sooner than that.
ALTER TABLE checkout ADD COLUMN held_until timestamptz;

-- A promise that was given up and of which the gateway is still to be told.
CREATE INDEX payment_given_up ON payment (changed_at) WHERE state = 'AUTHORIZED' AND cancel_asked;
