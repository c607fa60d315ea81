package dev.galleria.faults;

import dev.galleria.verify.Invariants;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The marketplace's books as an auditor sees them, with the login of the database's owner and beside all proxies. */
final class Books {
    private final String url;
    private final String user;
    private final String password;
    private final String schema;

    Books(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
        schema = text("SELECT schema_name FROM platform.tenant WHERE slug = '" + SmallMarketplace.SLUG + "'");
    }

    /** Something for sale: its page, the stock row, its offer. */
    record Item(String slug, UUID offer, UUID stock, long before) {}

    /** Products of one variant and one seller, so that their page has one form. */
    List<Item> items() {
        return query(
                """
                SELECT s.slug, s.offer_id, i.id FROM product_summary s
                  JOIN LATERAL (SELECT id FROM stock_item WHERE offer_id = s.offer_id ORDER BY on_hand DESC LIMIT 1) i ON true
                 WHERE s.variant_count = 1 AND s.seller_count = 1 ORDER BY s.slug""",
                row -> new Item(row.getString(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class), 0));
    }

    /** Brings so many units in: the ledger's entry and its sum together, as the application does it. */
    void receive(Item item, int units) {
        move(item, "RECEIPT", units);
    }

    /** Takes free units off the shelf, as a seller does; false if fewer are free. */
    boolean lower(Item item, int units) {
        return move(item, "ADJUST", -units);
    }

    private boolean move(Item item, String kind, int units) {
        return update(
                        """
                        WITH moved AS (
                            UPDATE stock_item SET on_hand = on_hand + %d, changed_at = clock_timestamp()
                             WHERE id = '%s' AND on_hand - reserved + %d >= 0 RETURNING id)
                        INSERT INTO stock_movement (id, item_id, kind, quantity, ref_type, ref_id, actor, at)
                        SELECT gen_random_uuid(), id, '%s', %d, '%s', gen_random_uuid()::text, 'faults', clock_timestamp()
                          FROM moved"""
                                .formatted(units, item.stock(), units, kind, units, kind))
                > 0;
    }

    /** Time passes for everything that is held: as if ten minutes had gone by. */
    void letHoldsExpire() {
        update("UPDATE reservation SET expires_at = clock_timestamp() WHERE state = 'ACTIVE'");
        update("UPDATE checkout SET look_at = now(), held_until = now() WHERE state = 'PAYING'");
    }

    /** A tenth off for whoever types the code, so often in all. */
    void coupon(String code, int uses) {
        update(
                """
                WITH promotion AS (
                    INSERT INTO promotion (id, name, kind, value, stacking, needs_coupon, active)
                    VALUES (gen_random_uuid(), '%1$s', 'PERCENT', 1000, 'COMBINABLE', true, true) RETURNING id)
                INSERT INTO coupon (id, promotion_id, code, max_uses, max_per_customer)
                SELECT gen_random_uuid(), id, '%1$s', %2$d, 1 FROM promotion"""
                        .formatted(code, uses));
    }

    /** Orders that have used that code. */
    long couponUses(String code) {
        return number(
                """
                SELECT count(*) FROM coupon_use u JOIN coupon c ON c.id = u.coupon_id
                  JOIN purchase p ON p.id = u.order_id WHERE c.code = '%s' AND NOT u.released"""
                        .formatted(code));
    }

    /** Units sold since it was handed out. */
    long sold(Item item) {
        return soldEver(item) - item.before();
    }

    /** The same as if it were handed out now. */
    Item anew(Item item) {
        return new Item(item.slug(), item.offer(), item.stock(), soldEver(item));
    }

    private long soldEver(Item item) {
        return number(
                """
                SELECT coalesce(sum(l.qty), 0) FROM inv_order_line l JOIN inv_order o ON o.id = l.order_id
                 WHERE o.state IN ('CONFIRMED', 'SHIPPED', 'DELIVERED') AND l.item_id = '%s'"""
                        .formatted(item.offer()));
    }

    long free(Item item) {
        return number("SELECT on_hand - reserved FROM stock_item WHERE id = '" + item.stock() + "'");
    }

    /** What keeps the marketplace from being at rest; empty if nothing does. */
    String unrest() {
        var waits = new ArrayList<String>();
        note(waits, "payments", "inv_payment WHERE state IN ('PENDING', 'UNKNOWN')");
        note(waits, "events to deliver", "outbox WHERE sent_at IS NULL");
        note(waits, "events of the gateway", "gateway_event WHERE state = 'NEW'");
        note(waits, "checkouts", "checkout WHERE state = 'PAYING'");
        note(waits, "reservations", "reservation WHERE state = 'ACTIVE' AND expires_at < now()");
        note(waits, "promises given up", "payment WHERE state = 'AUTHORIZED' AND cancel_asked");
        return String.join(", ", waits);
    }

    private void note(List<String> waits, String what, String from) {
        long count = number("SELECT count(*) FROM " + from);
        if (count > 0) {
            waits.add(count + " " + what);
        }
    }

    /** Each broken invariant by its code, with its offenders. */
    Map<String, String> broken() {
        return in(Books::broken);
    }

    /** What would be found if that change had been made; it is taken back. Empty if there is nothing to change. */
    Optional<Map<String, String>> brokenAfter(String change) {
        return in(connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL session_replication_role = replica");
                return statement.executeUpdate(change) == 0 ? Optional.empty() : Optional.of(broken(connection));
            } finally {
                connection.rollback();
            }
        });
    }

    private static Map<String, String> broken(Connection connection) throws SQLException {
        var broken = new LinkedHashMap<String, String>();
        for (var report : List.of(
                Invariants.ofTenant(connection, Duration.ZERO), Invariants.ofDatabase(connection, Duration.ZERO))) {
            for (var finding : report.findings()) {
                broken.merge(finding.code(), finding.what(), (first, other) -> first + "; " + other);
            }
        }
        return broken;
    }

    /** X1: acknowledged orders that are not there. */
    List<String> lost(List<String> tokens) {
        var lost = new ArrayList<String>();
        in(connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT count(*) FROM purchase WHERE token_hash = sha256(convert_to(?, 'UTF8'))")) {
                for (var token : tokens) {
                    statement.setString(1, token);
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        if (rows.getInt(1) != 1) {
                            lost.add(token);
                        }
                    }
                }
            }
            return null;
        });
        return lost;
    }

    /** X2: what the gateway's ledger and ours say differently, by payment intent. */
    List<String> differences(Map<String, Long> captured, Map<String, Long> refunded) {
        var differences = new ArrayList<String>();
        compare("captured", captured, ours("CAPTURE"), differences);
        compare("refunded", refunded, ours("REFUND"), differences);
        return differences;
    }

    private Map<String, Long> ours(String kind) {
        var ours = new TreeMap<String, Long>();
        query(
                "SELECT gateway_ref, sum(amount) FROM inv_payment WHERE gateway = 'stripe' AND state = 'SUCCEEDED' AND kind = '"
                        + kind + "' GROUP BY 1",
                row -> ours.put(row.getString(1), row.getLong(2)));
        return ours;
    }

    private static void compare(
            String what, Map<String, Long> gateway, Map<String, Long> ours, List<String> differences) {
        Set<String> all = new java.util.TreeSet<>(gateway.keySet());
        all.addAll(ours.keySet());
        for (var ref : all) {
            long there = gateway.getOrDefault(ref, 0L);
            long here = ours.getOrDefault(ref, 0L);
            if (there != here) {
                differences.add(ref + " " + what + " " + there + " at the gateway, " + here + " here");
            }
        }
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    String text(String sql) {
        return query(sql, row -> row.getString(1)).get(0);
    }

    int update(String sql) {
        return in(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    interface Reading<T> {
        T read(java.sql.ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, Reading<T> reading) {
        return in(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(reading.read(rows));
                }
                return all;
            }
        });
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T in(Work<T> work) {
        try (var connection =
                DriverManager.getConnection(url + (schema == null ? "" : "?currentSchema=" + schema), user, password)) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
