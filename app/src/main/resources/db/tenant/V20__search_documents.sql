-- What search knows of sellers: told by their capability, so that no view reaches into it.
CREATE TABLE search_seller (
    seller_id uuid PRIMARY KEY,
    name      text NOT NULL,
    rating    int NOT NULL
);

-- What shoppers did with a product in the last 30 days, summed up by a job. Seen: how often it was shown, weighted by how far
-- up it stood, in thousandths.
CREATE TABLE search_signal (
    product_id uuid PRIMARY KEY,
    sold       int NOT NULL DEFAULT 0 CHECK (sold >= 0),
    clicked    int NOT NULL DEFAULT 0 CHECK (clicked >= 0),
    seen       bigint NOT NULL DEFAULT 0 CHECK (seen >= 0)
);

-- What the index is built from: the catalog's read model, every column one text or one number.
DROP VIEW product_document;
CREATE VIEW product_document AS
    SELECT s.product_id, s.titles::text AS titles, s.descriptions::text AS descriptions, m.more, s.brand_slug, s.brand_name,
           array_to_string(s.category_path, ' ') AS categories, array_to_string(s.seller_ids, ' ') AS sellers,
           (SELECT string_agg(n.name, ' ') FROM search_seller n WHERE n.seller_id = ANY(s.seller_ids)) AS seller_names,
           v.variants, s.facts::text AS facts, array_to_string(s.tags, ' ') AS tags,
           s.price_minor, s.rating, s.rating_count, coalesce(r.rating, 0) AS seller_rating, s.in_stock, s.sold,
           coalesce(g.sold, 0) AS sold_lately, coalesce(g.clicked, 0) AS clicked, coalesce(g.seen, 0) AS seen, s.published_at
      FROM product_summary s
      LEFT JOIN search_seller r ON r.seller_id = s.seller_id
      LEFT JOIN search_signal g ON g.product_id = s.product_id
     -- Names of its departments, of its properties and of what can be chosen, by language.
     CROSS JOIN LATERAL (
           SELECT jsonb_object_agg(locale, words)::text AS more
             FROM (SELECT locale, string_agg(word, ' ') AS words
                     FROM (SELECT t.locale, t.title AS word FROM category_text t WHERE t.category_id = ANY(s.category_path)
                           UNION ALL
                           SELECT l.key, l.value
                             FROM product_attribute a
                             JOIN attribute_choice c ON c.attribute_id = a.attribute_id AND c.code = a.text_value
                            CROSS JOIN jsonb_each_text(c.labels) l
                            WHERE a.product_id = s.product_id
                           UNION ALL
                           SELECT l.key, l.value
                             FROM product_attribute a CROSS JOIN jsonb_each_text(a.texts) l
                            WHERE a.product_id = s.product_id AND a.texts IS NOT NULL
                           UNION ALL
                           SELECT l.key, l.value
                             FROM option_value o CROSS JOIN jsonb_each_text(o.labels) l
                            WHERE o.product_id = s.product_id) w
                    GROUP BY locale) g) m
     -- Its variants with the lowest price among those that can be delivered.
     CROSS JOIN LATERAL (
           SELECT jsonb_agg(jsonb_build_object('sku', v.sku, 'gtin', v.gtin, 'choices', v.choices, 'price', o.price))::text AS variants
             FROM variant v
             LEFT JOIN LATERAL (
                  SELECT min(n.price_minor) AS price FROM offer_now n
                   WHERE n.variant_id = v.id AND n.active AND n.in_stock AND n.seller_id = ANY(s.seller_ids)) o ON true
            WHERE v.product_id = s.product_id) v;
