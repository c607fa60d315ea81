package dev.galleria.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galleria.verify.Invariants;
import dev.galleria.verify.Report;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found, place by place: each tenant by its slug, and the whole database under {@code (database)}. */
record Verification(Map<String, Report> places, long millis) {
    private static final String WHOLE = "(database)";

    private record Place(String slug, String schema) {}

    /** Asks the facts of that tenant, or of all and of the database; an unknown tenant is a {@link StartFailure}. */
    static Verification run(RunningDatabase database, String slug, Duration allowance) throws SQLException {
        long start = System.nanoTime();
        var places = new LinkedHashMap<String, Report>();
        try (var connection = database.connect()) {
            // Each place as it is at one moment, and nothing is changed.
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var tenants = tenants(connection, slug);
            connection.commit();
            for (var tenant : tenants) {
                enter(connection, tenant.schema());
                places.put(tenant.slug(), Invariants.ofTenant(connection, allowance));
                connection.commit();
            }
            if (slug.isEmpty()) {
                enter(connection, "pg_catalog");
                places.put(WHOLE, Invariants.ofDatabase(connection, allowance));
                connection.commit();
            }
        }
        return new Verification(places, (System.nanoTime() - start) / 1_000_000);
    }

    private static List<Place> tenants(Connection connection, String slug) throws SQLException {
        var found = new ArrayList<Place>();
        try (var query = connection.prepareStatement("SELECT slug, schema_name FROM platform.inv_tenant"
                + " WHERE state IN ('ACTIVE', 'SUSPENDED') AND ? IN ('', slug) ORDER BY slug")) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Place(rows.getString(1), rows.getString(2)));
                }
            }
        }
        if (found.isEmpty() && !slug.isEmpty()) {
            throw new StartFailure("There is no tenant " + slug + ".");
        }
        return found;
    }

    private static void enter(Connection connection, String schema) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path = " + statement.enquoteIdentifier(schema, true));
        }
    }

    boolean clean() {
        return places.values().stream().allMatch(Report::clean);
    }

    int differences() {
        return places.values().stream().mapToInt(Report::differences).sum();
    }

    String text() {
        var text = new StringBuilder();
        places.forEach((place, report) -> {
            text.append(place).append(": ").append(report.checks()).append(" facts hold");
            if (!report.clean()) {
                text.setLength(text.length() - " facts hold".length());
                text.append(" facts, ").append(report.differences()).append(" differences");
            }
            if (!report.skipped().isEmpty()) {
                text.append(" (not there: ")
                        .append(String.join(", ", report.skipped()))
                        .append(')');
            }
            text.append('\n');
            report.findings().forEach(finding -> text.append("  ")
                    .append(finding.code())
                    .append("  ")
                    .append(finding.what())
                    .append("  — ")
                    .append(finding.says())
                    .append('\n'));
            if (report.differences() > report.findings().size()) {
                text.append("  … and ")
                        .append(report.differences() - report.findings().size())
                        .append(" more\n");
            }
        });
        return text.append(clean() ? "Everything agrees" : differences() + " differences")
                .append(" (")
                .append(millis)
                .append(" ms)")
                .toString();
    }

    String json() {
        var mapper = new ObjectMapper();
        var root = mapper.createObjectNode();
        root.put("clean", clean()).put("differences", differences()).put("millis", millis);
        ObjectNode all = root.putObject("places");
        places.forEach((place, report) -> {
            var node = all.putObject(place);
            node.put("checks", report.checks()).put("differences", report.differences());
            var skipped = node.putArray("skipped");
            report.skipped().forEach(skipped::add);
            var findings = node.putArray("findings");
            report.findings().forEach(finding -> findings.addObject()
                    .put("code", finding.code())
                    .put("says", finding.says())
                    .put("what", finding.what()));
        });
        return root.toPrettyString();
    }
}
