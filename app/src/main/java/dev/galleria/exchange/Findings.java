package dev.galleria.exchange;

import dev.galleria.exchange.ImportedRow.Detail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the rows of one product, and each product-level cell once for all of them. */
final class Findings {
    private static final int MOST = 50;

    private final List<Row> rows;
    private final Map<Integer, List<Detail>> faults = new LinkedHashMap<>();

    Findings(List<Row> rows) {
        this.rows = rows;
    }

    List<Row> rows() {
        return rows;
    }

    Row first() {
        return rows.get(0);
    }

    void add(Row row, String column, String code, Object... values) {
        var known = faults.computeIfAbsent(row.number(), number -> new ArrayList<>());
        if (known.size() < MOST) {
            known.add(Detail.fault(column, row.text(column), code, values));
        }
    }

    boolean none() {
        return faults.isEmpty();
    }

    Map<Integer, List<Detail>> faults() {
        return faults;
    }

    boolean has(String column) {
        return first().has(column);
    }

    /** The first row that says something in that column, else the first. */
    Row where(String column) {
        return rows.stream()
                .filter(row -> !row.text(column).isEmpty())
                .findFirst()
                .orElse(first());
    }

    /** What the rows say in a column that is the same for all of them; empty when none says anything. */
    String common(String column) {
        var where = where(column);
        var text = where.text(column);
        for (var row : rows) {
            var other = row.text(column);
            if (!other.isEmpty() && !other.equals(text)) {
                add(row, column, "differs", where.number());
            }
        }
        return text;
    }
}
