-- The rate that the shipping of a part was taxed at, for its invoice; unknown for orders before.
ALTER TABLE seller_order ADD COLUMN shipping_tax_rate_ppm int;
