-- A session that a program opened: its refresh tokens follow one another by their numbers, and this is the newest one's.
-- A browser's session has none.
ALTER TABLE account_session ADD COLUMN serial integer CHECK (serial > 0);
