package dev.galleria.catalog;

import dev.galleria.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How many products each category and brand has to show, counted at most once per tick and kept: counting 100,000 products for
 * a page's menu would cost more than the page, and adding up one by one would make all writers wait for the top category's row.
 */
@ApplicationScoped
class ProductCounts {
    @Inject
    Database database;

    /** Something has changed; cheap when it is known already. */
    void due() {
        database.call(sql -> sql.execute("UPDATE count_state SET due = true WHERE NOT due"));
    }

    /** Counts if anything has changed; false if not. In the caller's transaction. */
    boolean recountIfDue() {
        int due = database.call(sql -> sql.execute("UPDATE count_state SET due = false WHERE due"));
        if (due == 1) {
            recount();
        }
        return due == 1;
    }

    /** Counts anew. Repeating changes nothing. */
    void recount() {
        database.call(
                sql -> sql.execute(
                        """
                WITH counted AS MATERIALIZED (
                    SELECT step AS id, count(*)::int AS products
                      FROM product_summary CROSS JOIN unnest(category_path) AS step GROUP BY step),
                gone AS (
                    DELETE FROM category_count WHERE category_id NOT IN (SELECT id FROM counted))
                INSERT INTO category_count AS known (category_id, products)
                SELECT counted.id, counted.products FROM counted JOIN category USING (id)
                    ON CONFLICT (category_id) DO UPDATE SET products = excluded.products
                       WHERE known.products <> excluded.products"""));
        database.call(
                sql -> sql.execute(
                        """
                WITH counted AS MATERIALIZED (
                    SELECT brand_slug AS slug, count(*)::int AS products
                      FROM product_summary WHERE brand_slug IS NOT NULL GROUP BY brand_slug),
                gone AS (
                    DELETE FROM brand_count WHERE brand_slug NOT IN (SELECT slug FROM counted))
                INSERT INTO brand_count AS known (brand_slug, products)
                SELECT slug, products FROM counted
                    ON CONFLICT (brand_slug) DO UPDATE SET products = excluded.products
                       WHERE known.products <> excluded.products"""));
    }
}
