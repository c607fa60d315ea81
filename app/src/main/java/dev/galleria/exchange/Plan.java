package dev.galleria.exchange;

import dev.galleria.catalog.editing.BulkProduct;
import dev.galleria.exchange.ImportedRow.Detail;
import dev.galleria.exchange.ImportedRow.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What some rows of a file would do. */
final class Plan {
    private final List<BulkProduct> touched = new ArrayList<>();
    private final List<Shelf.Change> stock = new ArrayList<>();
    private final List<ImportedRow> rows = new ArrayList<>();
    private int fresh;
    private int changed;
    private int unchanged;
    private int wrong;
    private int skipped;

    /** The products that would change, or whose stock would. */
    List<BulkProduct> touched() {
        return touched;
    }

    List<Shelf.Change> stock() {
        return stock;
    }

    List<ImportedRow> rows() {
        return rows;
    }

    Import.Counts counts(int done) {
        return new Import.Counts(done, fresh, changed, unchanged, wrong, skipped, 0, 0);
    }

    void write(BulkProduct product, List<Shelf.Change> counted) {
        if (product.changes() || !counted.isEmpty()) {
            touched.add(product);
        }
        stock.addAll(counted);
    }

    void skip(int count) {
        skipped += count;
    }

    /** A row without details changes nothing, and is only counted. */
    void row(Row row, boolean isNew, List<Detail> details) {
        if (isNew) {
            fresh++;
        } else if (details.isEmpty()) {
            unchanged++;
            return;
        } else {
            changed++;
        }
        rows.add(new ImportedRow(row.number(), isNew ? Outcome.NEW : Outcome.CHANGED, row.text("sku"), details));
    }

    void wrong(Row row, List<Detail> details) {
        wrong++;
        rows.add(new ImportedRow(row.number(), Outcome.WRONG, row.text("sku"), details));
    }
}
