-- How often a product was followed from the results of these words.
ALTER TABLE search_term ADD COLUMN followed int NOT NULL DEFAULT 0 CHECK (followed >= 0);
