-- A hidden category is in no menu and has no page of its own, with all under it; its products are found otherwise.
ALTER TABLE category ADD COLUMN hidden boolean NOT NULL DEFAULT false;
-- Products of a category, a brand, an attribute are counted before these are deleted.
CREATE INDEX IF NOT EXISTS product_brand ON product (brand_id);
CREATE INDEX IF NOT EXISTS product_type_of ON product (type_id);
CREATE INDEX IF NOT EXISTS product_attribute_attribute ON product_attribute (attribute_id);
