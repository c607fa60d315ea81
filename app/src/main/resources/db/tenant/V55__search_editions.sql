-- A tenant's documents in the index make up a numbered edition. The next one is built beside the one that serves.
CREATE TABLE search_edition (
    serving   int NOT NULL DEFAULT 0,
    building  int,
    began_at  timestamptz,
    served_at timestamptz, -- since when this one serves
    products  int,         -- in it when it began to serve
    leftover  boolean NOT NULL DEFAULT false -- whether the one before may still be in the index
);
INSERT INTO search_edition DEFAULT VALUES;

-- Products whose documents changed while an edition is being built.
CREATE TABLE search_changed (product_id uuid PRIMARY KEY);

-- What the index is built from, as before; but what a reader does not ask for, such as everything but the ids, is not computed.
CREATE OR REPLACE VIEW product_document AS
    SELECT s.product_id, s.titles::text AS titles, s.descriptions::text AS descriptions,
           -- Names of its departments, of its properties and of what can be chosen, by language.
           (SELECT jsonb_object_agg(locale, words)::text AS more
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
                     GROUP BY locale) g) AS more,
           s.brand_slug, s.brand_name,
           array_to_string(s.category_path, ' ') AS categories, array_to_string(s.seller_ids, ' ') AS sellers,
           (SELECT string_agg(n.name, ' ') FROM search_seller n WHERE n.seller_id = ANY(s.seller_ids)) AS seller_names,
           -- Its variants with the lowest price among those that can be delivered.
           (SELECT jsonb_agg(jsonb_build_object('sku', v.sku, 'gtin', v.gtin, 'choices', v.choices, 'price', o.price))::text
              FROM variant v
              LEFT JOIN LATERAL (
                   SELECT min(n.price_minor) AS price FROM offer_now n
                    WHERE n.variant_id = v.id AND n.active AND n.in_stock AND n.seller_id = ANY(s.seller_ids)) o ON true
             WHERE v.product_id = s.product_id) AS variants,
           s.facts::text AS facts, array_to_string(s.tags, ' ') AS tags,
           s.price_minor, s.rating, s.rating_count, coalesce(r.rating, 0) AS seller_rating, s.in_stock, s.sold,
           coalesce(g.sold, 0) AS sold_lately, coalesce(g.clicked, 0) AS clicked, coalesce(g.seen, 0) AS seen, s.published_at
      FROM product_summary s
      LEFT JOIN search_seller r ON r.seller_id = s.seller_id
      LEFT JOIN search_signal g ON g.product_id = s.product_id;
