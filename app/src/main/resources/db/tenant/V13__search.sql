-- What the index is built from: the catalog's read model with every value as one text.
CREATE VIEW product_document AS
    SELECT product_id, titles::text AS titles, descriptions::text AS descriptions, brand_slug, brand_name,
           array_to_string(category_path, ' ') AS categories, seller_id::text AS sellers, skus,
           price_minor, rating, in_stock, sold, published_at
      FROM product_summary;
