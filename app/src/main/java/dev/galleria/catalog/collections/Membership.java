package dev.galleria.catalog.collections;

import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Which products belong to which collection, kept in {@code collection_product} by set-based statements. Each answers with the
 * products that came or went; repeating answers with none.
 */
final class Membership {
    /** Keeps what is there up with what is wanted; :ids narrows both, when it is used. */
    private static final String KEEP_UP =
            """
            WITH wanted AS MATERIALIZED (
                SELECT s.product_id FROM product_summary s WHERE %1$s AND %2$s),
            gone AS (
                DELETE FROM collection_product s
                 WHERE s.collection_id = :collection AND %1$s
                   AND NOT EXISTS (SELECT FROM wanted w WHERE w.product_id = s.product_id)
                RETURNING s.product_id),
            came AS (
                INSERT INTO collection_product (collection_id, product_id)
                SELECT :collection, product_id FROM wanted ORDER BY product_id
                    ON CONFLICT DO NOTHING RETURNING product_id)
            SELECT product_id FROM gone UNION ALL SELECT product_id FROM came""";

    private static final String ALL = "true";
    private static final String THESE = "s.product_id = ANY(:ids)";

    private final Handle sql;
    private final Currency currency;
    private final Function<String, Optional<UUID>> sellers;

    Membership(Handle sql, Currency currency, Function<String, Optional<UUID>> sellers) {
        this.sql = sql;
        this.currency = currency;
        this.sellers = sellers;
    }

    /** A collection with a rule. Public, because rows are read into it. */
    record Ruled(UUID id, String rule) {}

    /** Gathers all products of a rule anew; a collection without a rule, or none, keeps what it has. */
    List<UUID> refill(UUID collection) {
        var ruled = sql.createQuery(
                        "SELECT id, rule::text AS rule FROM collection WHERE id = :id AND rule IS NOT NULL FOR UPDATE")
                .bind("id", collection)
                .mapTo(Ruled.class)
                .findOne();
        if (ruled.isEmpty()) {
            return List.of();
        }
        var rule = rule(ruled.get());
        var changed = rule.bind(sql.createQuery(KEEP_UP.formatted(ALL, rule.condition())))
                .bind("collection", collection)
                .mapTo(UUID.class)
                .list();
        sql.execute("UPDATE collection SET due = false, built_at = now() WHERE id = ?", collection);
        if (!changed.isEmpty()) {
            recount(Set.of(collection));
        }
        return changed;
    }

    /** Keeps all rules up with these products. */
    Set<UUID> follow(Collection<ProductId> products) {
        var ids = products.stream().map(ProductId::value).distinct().toList();
        var rules = sql.createQuery(
                        "SELECT id, rule::text AS rule FROM collection WHERE rule IS NOT NULL ORDER BY id FOR SHARE")
                .mapTo(Ruled.class)
                .list();
        var changed = new HashSet<UUID>();
        if (!rules.isEmpty()) {
            // Whoever follows the same product later sees what is written here.
            sql.createQuery("SELECT id FROM product WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE")
                    .bindArray("ids", UUID.class, ids)
                    .mapTo(UUID.class)
                    .list();
        }
        var counted = new HashSet<UUID>(
                sql.createQuery("SELECT DISTINCT collection_id FROM collection_product WHERE product_id = ANY(:ids)")
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(UUID.class)
                        .list());
        for (var ruled : rules) {
            var rule = rule(ruled);
            var some = rule.bind(sql.createQuery(KEEP_UP.formatted(THESE, rule.condition())))
                    .bind("collection", ruled.id())
                    .bindArray("ids", UUID.class, ids)
                    .mapTo(UUID.class)
                    .list();
            if (!some.isEmpty()) {
                counted.add(ruled.id());
                changed.addAll(some);
            }
        }
        recount(counted);
        return changed;
    }

    /** Replaces what belongs by these products in this order; those that do not exist are left out. */
    List<UUID> pick(UUID collection, List<ProductId> products) {
        var ids = products.stream().map(ProductId::value).toList();
        var changed = new ArrayList<UUID>(sql.createQuery(
                        """
                        DELETE FROM collection_product WHERE collection_id = :collection AND NOT product_id = ANY(:ids)
                        RETURNING product_id""")
                .bind("collection", collection)
                .bindArray("ids", UUID.class, ids)
                .mapTo(UUID.class)
                .list());
        changed.addAll(sql.createQuery(
                        """
                        INSERT INTO collection_product AS known (collection_id, product_id, position)
                        SELECT :collection, p.id, w.place
                          FROM unnest(:ids) WITH ORDINALITY AS w (id, place) JOIN product p ON p.id = w.id
                            ON CONFLICT (collection_id, product_id) DO UPDATE SET position = excluded.position
                               WHERE known.position <> excluded.position
                        RETURNING product_id""")
                .bind("collection", collection)
                .bindArray("ids", UUID.class, ids)
                .mapTo(UUID.class)
                .list());
        recount(Set.of(collection));
        return changed;
    }

    /** Counts what shoppers see of the collections where something has changed; false if nothing has. */
    boolean recountDue() {
        var due = sql.createQuery("DELETE FROM collection_recount RETURNING collection_id")
                .mapTo(UUID.class)
                .list();
        if (due.isEmpty()) {
            return false;
        }
        return sql.createUpdate(
                                """
                        UPDATE collection c SET products = n.products, image_key = n.image_key
                          FROM (SELECT m.collection_id, count(*)::int AS products,
                                       (array_agg(s.image_key ORDER BY m.position, s.sold DESC, s.product_id)
                                           FILTER (WHERE s.image_key IS NOT NULL))[1] AS image_key
                                  FROM collection_product m JOIN product_summary s ON s.product_id = m.product_id
                                 WHERE m.collection_id = ANY(:due) GROUP BY m.collection_id
                                UNION ALL
                                SELECT d, 0, NULL FROM unnest(:due) AS d
                                 WHERE NOT EXISTS (SELECT FROM collection_product m JOIN product_summary s USING (product_id)
                                                    WHERE m.collection_id = d)) n
                         WHERE c.id = n.collection_id
                           AND (c.products, c.image_key) IS DISTINCT FROM (n.products, n.image_key)""")
                        .bindArray("due", UUID.class, due)
                        .execute()
                > 0;
    }

    private void recount(Set<UUID> collections) {
        sql.createUpdate(
                        "INSERT INTO collection_recount SELECT c FROM unnest(:ids) AS c ORDER BY c ON CONFLICT DO NOTHING")
                .bindArray("ids", UUID.class, collections)
                .execute();
    }

    private RuleSql rule(Ruled ruled) {
        return new RuleSql(Json.read(ruled.rule(), Rule.class), currency, sellers);
    }
}
