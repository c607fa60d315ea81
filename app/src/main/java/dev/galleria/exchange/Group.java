package dev.galleria.exchange;

import dev.galleria.exchange.ImportedRow.Detail;
import java.util.List;
import java.util.Map;

/**
 * Rows of one product, as far as the file alone tells.
 *
 * @param slug the product's address; empty when the rows do not say it
 * @param faults what the file alone shows to be wrong, by row
 */
record Group(String slug, List<Row> rows, Map<Integer, List<Detail>> faults) {
    Group with(Group other) {
        var all = new java.util.ArrayList<>(rows);
        all.addAll(other.rows());
        var wrong = new java.util.LinkedHashMap<>(faults);
        wrong.putAll(other.faults());
        return new Group(slug.isEmpty() ? other.slug() : slug, all, wrong);
    }
}
