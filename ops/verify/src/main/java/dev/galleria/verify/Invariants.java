package dev.galleria.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All facts that must hold, and asking for them. Reads only; the connection's search path says whose facts they are. */
public final class Invariants {
    /** What may be under way in a marketplace that is open: a payment page that somebody looks at, mostly. */
    public static final Duration WHILE_OPEN = Duration.ofMinutes(45);

    private static final int MOST_SHOWN = 100;
    private static final Pattern HEAD = Pattern.compile(
            "-- @(?<code>[A-Z][0-9]+[a-z]?)(?<wide> wide)?(?: needs (?<needs>[a-z_. ]+))?: (?<says>.+)");
    private static final List<Invariant> ALL = read();

    private Invariants() {}

    public static List<Invariant> all() {
        return ALL;
    }

    /** Asks one tenant's facts, as they are at one moment, if the connection's transaction is REPEATABLE READ. */
    public static Report ofTenant(Connection connection, Duration allowance) throws SQLException {
        return ask(connection, false, allowance);
    }

    /** Asks what holds for the whole database. */
    public static Report ofDatabase(Connection connection, Duration allowance) throws SQLException {
        return ask(connection, true, allowance);
    }

    private static Report ask(Connection connection, boolean wide, Duration allowance) throws SQLException {
        var findings = new ArrayList<Finding>();
        var skipped = new ArrayList<String>();
        int checks = 0;
        int differences = 0;
        for (var invariant : ALL) {
            if (invariant.wide() != wide) {
                continue;
            }
            if (!available(connection, invariant)) {
                skipped.add(invariant.code());
                continue;
            }
            checks++;
            differences += ask(connection, invariant, allowance, findings);
        }
        return new Report(checks, skipped, differences, findings);
    }

    private static boolean available(Connection connection, Invariant invariant) throws SQLException {
        for (var view : invariant.needs()) {
            try (var query = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
                query.setString(1, view);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    if (!rows.getBoolean(1)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static int ask(Connection connection, Invariant invariant, Duration allowance, List<Finding> findings)
            throws SQLException {
        int found = 0;
        try (var query = prepared(connection, invariant.sql(), allowance);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                if (++found <= MOST_SHOWN) {
                    findings.add(new Finding(invariant.code(), invariant.says(), rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw new SQLException(invariant.code() + ": " + e.getMessage(), e.getSQLState(), e);
        }
        return found;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Duration allowance)
            throws SQLException {
        var seconds = "interval '" + allowance.toSeconds() + " s'";
        return connection.prepareStatement(sql.replace(":allowance", seconds));
    }

    private static List<Invariant> read() {
        try (var in = Invariants.class.getResourceAsStream("invariants.sql")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Invariant> parse(String text) {
        var all = new ArrayList<Invariant>();
        Matcher head = null;
        var sql = new StringBuilder();
        for (var line : text.lines().toList()) {
            var matcher = HEAD.matcher(line);
            if (matcher.matches()) {
                add(all, head, sql);
                head = matcher;
                sql.setLength(0);
            } else if (!line.startsWith("--")) {
                sql.append(line).append('\n');
            }
        }
        add(all, head, sql);
        return List.copyOf(all);
    }

    private static void add(List<Invariant> all, Matcher head, StringBuilder sql) {
        if (head != null) {
            var needs = head.group("needs") == null
                    ? List.<String>of()
                    : List.of(head.group("needs").split(" "));
            all.add(new Invariant(
                    head.group("code"),
                    head.group("says"),
                    head.group("wide") != null,
                    needs,
                    sql.toString().strip()));
        }
    }
}
