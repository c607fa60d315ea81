package dev.galleria.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The database as an auditor sees it: the owner's login, one tenant's schema at a time. For assertions, never for changes. */
public final class ShopBooks {
    private final String slug;
    private String found;

    public ShopBooks(String slug) {
        this.slug = slug;
    }

    /** Looked up when it is needed: a test is made before the marketplaces are. */
    private String schema() {
        if (found == null) {
            found = schemaOf(slug);
        }
        return found;
    }

    /** Two products in stock with one variant each, of different sellers: title, slug, offer, seller and seller_slug. */
    public List<Map<String, String>> productsOfTwoSellers() {
        var first = rows(
                """
                SELECT s.titles->>'en' AS title, s.slug, s.offer_id AS offer, s.seller_id AS seller, m.slug AS seller_slug
                  FROM product_summary s JOIN seller m ON m.id = s.seller_id
                  JOIN (SELECT offer_id, sum(on_hand - reserved) AS free FROM stock_item GROUP BY 1) i USING (offer_id)
                 WHERE s.in_stock AND s.variant_count = 1 AND i.free > 5 ORDER BY s.slug LIMIT 400""");
        var chosen = new ArrayList<Map<String, String>>();
        for (var row : first) {
            if (chosen.isEmpty()
                    || chosen.size() == 1 && !chosen.get(0).get("seller").equals(row.get("seller"))) {
                chosen.add(row);
            }
        }
        return chosen;
    }

    public long number(String sql) {
        return Long.parseLong(rows(sql).get(0).values().iterator().next());
    }

    public String text(String sql) {
        return rows(sql).get(0).values().iterator().next();
    }

    /** Every row by column name, all as text. */
    public List<Map<String, String>> rows(String sql) {
        try (var connection = connect(schema());
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                var row = new LinkedHashMap<String, String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A fingerprint of every table, so that two moments can be compared to the row. */
    public Map<String, String> fingerprint() {
        var prints = new TreeMap<String, String>();
        for (var table : rows("SELECT tablename FROM pg_tables WHERE schemaname = '" + schema() + "'")) {
            var name = table.get("tablename");
            prints.put(
                    name,
                    text(
                            "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM \""
                                    + name + "\" t"));
        }
        return prints;
    }

    /** What must hold in every state: each entry is an invariant that is broken, with the first offender. */
    public Map<String, String> violations() {
        var broken = new HashMap<String, String>();
        for (var invariant : Invariants.ALL.entrySet()) {
            var offenders = rows(invariant.getValue());
            if (!offenders.isEmpty()) {
                broken.put(invariant.getKey(), offenders.get(0).toString());
            }
        }
        for (var invariant : dev.galleria.verify.Invariants.all()) {
            if (invariant.code().startsWith("B") || invariant.code().equals("I13")) {
                var offenders = rows(invariant.sql().replace(":allowance", "interval '1 h'"));
                if (!offenders.isEmpty()) {
                    broken.put(invariant.says(), offenders.get(0).toString());
                }
            }
        }
        return broken;
    }

    private static String schemaOf(String slug) {
        try (var connection = connect("platform");
                var statement = connection.prepareStatement("SELECT schema_name FROM tenant WHERE slug = ?")) {
            statement.setString(1, slug);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("galleria.it.db.url") + "?currentSchema=" + schema,
                System.getProperty("galleria.it.db.user"),
                System.getProperty("galleria.it.db.password"));
    }
}
