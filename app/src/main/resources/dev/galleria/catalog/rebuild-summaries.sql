-- Builds the rows of product_summary for :products. The order of "first" is the offer rule, as in OfferRule.
WITH seller_row AS (
    SELECT * FROM unnest(:sellers, :sellerNames, :sellerRatings) AS s (id, name, rating)),
live AS (
    SELECT v.product_id, v.id AS variant_id, v.sku, v.image_key, o.id AS offer_id, o.seller_id, s.name AS seller_name,
           o.price_minor, o.list_minor, o.in_stock,
           row_number() OVER (PARTITION BY v.product_id ORDER BY o.in_stock DESC, o.price_minor, s.rating DESC, o.id) AS place,
           row_number() OVER (PARTITION BY v.id ORDER BY o.in_stock DESC, o.price_minor, s.rating DESC, o.id) AS variant_place
      FROM product p
      JOIN variant v ON v.product_id = p.id
      JOIN offer_now o ON o.variant_id = v.id AND o.active
      JOIN seller_row s ON s.id = o.seller_id
     WHERE p.id = ANY(:products) AND p.state = 'ACTIVE' AND p.published_at <= now()),
spread AS (
    SELECT product_id, count(DISTINCT seller_id)::int AS seller_count, array_agg(DISTINCT seller_id) AS seller_ids,
           count(DISTINCT variant_id)::int AS variant_count, bool_or(in_stock) AS in_stock,
           min(price_minor) FILTER (WHERE variant_place = 1) <> max(price_minor) FILTER (WHERE variant_place = 1) AS price_varies,
           string_agg(DISTINCT sku, ' ') AS skus
      FROM live GROUP BY product_id),
words AS (
    SELECT product_id, jsonb_object_agg(locale, title) AS titles, jsonb_object_agg(locale, description) AS descriptions
      FROM product_text WHERE product_id = ANY(:products) GROUP BY product_id),
pictures AS (
    SELECT product_id, array_agg(key ORDER BY position) AS keys
      FROM product_image WHERE product_id = ANY(:products) GROUP BY product_id),
properties AS (
    SELECT pa.product_id, jsonb_object_agg(a.code, CASE a.kind
               WHEN 'NUMBER' THEN to_jsonb(pa.number_value) WHEN 'FLAG' THEN to_jsonb(pa.flag_value)
               WHEN 'DATE' THEN to_jsonb(pa.date_value) WHEN 'TEXT' THEN pa.texts ELSE to_jsonb(pa.text_value) END) AS facts
      FROM product_attribute pa JOIN attribute a ON a.id = pa.attribute_id
     WHERE pa.product_id = ANY(:products) AND a.filterable GROUP BY pa.product_id),
choices AS (
    SELECT product_id, jsonb_object_agg(option, codes) AS facts
      FROM (SELECT product_id, option, jsonb_agg(code ORDER BY position) AS codes
              FROM option_value WHERE product_id = ANY(:products) GROUP BY product_id, option) o
     GROUP BY product_id)
INSERT INTO product_summary (
    product_id, slug, titles, descriptions, brand_slug, brand_name, category_path, price_minor, list_minor, price_varies,
    seller_id, seller_name, seller_count, seller_ids, variant_id, offer_id, variant_count, image_key, image_key2,
    rating, rating_count, in_stock, tags, skus, facts, sold, published_at, priced_at, changed_at)
SELECT p.id, p.slug, coalesce(w.titles, '{}'), coalesce(w.descriptions, '{}'), b.slug, b.name, c.path,
       l.price_minor, l.list_minor, s.price_varies, l.seller_id, l.seller_name, s.seller_count, s.seller_ids,
       l.variant_id, l.offer_id, s.variant_count, coalesce(l.image_key, i.keys[1]),
       CASE WHEN i.keys[2] IS DISTINCT FROM l.image_key THEN i.keys[2] ELSE i.keys[1] END,
       CASE WHEN p.rating_count = 0 THEN 0 ELSE (p.rating_sum * 100 / p.rating_count)::int END, p.rating_count,
       s.in_stock, p.tags, s.skus, coalesce(f.facts, '{}') || coalesce(o.facts, '{}'), p.sold, p.published_at, now(), now()
  FROM live l
  JOIN product p ON p.id = l.product_id
  JOIN spread s ON s.product_id = p.id
  JOIN category c ON c.id = p.category_id
  LEFT JOIN brand b ON b.id = p.brand_id
  LEFT JOIN words w ON w.product_id = p.id
  LEFT JOIN pictures i ON i.product_id = p.id
  LEFT JOIN properties f ON f.product_id = p.id
  LEFT JOIN choices o ON o.product_id = p.id
 WHERE l.place = 1
    ON CONFLICT (product_id) DO UPDATE SET
       slug = excluded.slug, titles = excluded.titles, descriptions = excluded.descriptions,
       brand_slug = excluded.brand_slug, brand_name = excluded.brand_name, category_path = excluded.category_path,
       price_minor = excluded.price_minor, list_minor = excluded.list_minor, price_varies = excluded.price_varies,
       seller_id = excluded.seller_id, seller_name = excluded.seller_name, seller_count = excluded.seller_count,
       seller_ids = excluded.seller_ids, variant_id = excluded.variant_id, offer_id = excluded.offer_id,
       variant_count = excluded.variant_count, image_key = excluded.image_key, image_key2 = excluded.image_key2,
       rating = excluded.rating, rating_count = excluded.rating_count, in_stock = excluded.in_stock, tags = excluded.tags,
       skus = excluded.skus, facts = excluded.facts, sold = excluded.sold, published_at = excluded.published_at,
       priced_at = excluded.priced_at, changed_at = excluded.changed_at
