-- The further currencies that a marketplace can be paid in, by code: {"CHF": {"rate": "0.9381", "ending": "NINETY_FIVE"}},
-- one unit of its own currency being so many of the other. Rates are texts: exact decimals, never floating point.
ALTER TABLE tenant ADD COLUMN currencies jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(currencies) = 'object');
