package dev.galleria.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.galleria.exchange.ImportedRow.Detail;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the wrong rows of a file again, each with what is wrong with it. */
final class ErrorFile {
    /** The added column; it is not read when the file comes back. */
    static final String COLUMN = "_error";

    private static final int PART = 1_000;

    private final ImportStore store;
    private final Import work;
    private final Deque<ImportedRow> wrong = new ArrayDeque<>();
    private int read;
    private boolean more = true;

    ErrorFile(ImportStore store, Import work) {
        this.store = store;
        this.work = work;
    }

    void write(CsvRows rows, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        var csv = CsvWriter.builder().fieldSeparator(work.separator()).build(writer);
        var header = rows.header();
        int before = header.indexOf(COLUMN);
        csv.writeRecord(with(header, before, COLUMN));
        for (var cells = rows.next(); cells.isPresent(); cells = rows.next()) {
            var row = next();
            if (row == null) {
                break;
            }
            if (row.number() == rows.number()) {
                csv.writeRecord(with(cells.get(), before, reason(row)));
                wrong.remove();
            }
        }
        csv.flush();
        writer.flush();
    }

    private static List<String> with(List<String> cells, int before, String error) {
        var all = new ArrayList<>(cells);
        if (before >= 0 && before < all.size()) {
            all.set(before, error);
        } else {
            all.add(error);
        }
        return all;
    }

    private @org.jspecify.annotations.Nullable ImportedRow next() {
        if (wrong.isEmpty() && more) {
            var part = store.wrongAfter(work.id(), read, PART);
            wrong.addAll(part);
            more = part.size() == PART;
            read = part.isEmpty() ? read : part.get(part.size() - 1).number();
        }
        return wrong.peek();
    }

    /** In English: a file has no reader's language. */
    private static String reason(ImportedRow row) {
        return Cells.harmless(row.details().stream().map(ErrorFile::reason).collect(Collectors.joining("; ")));
    }

    private static String reason(Detail detail) {
        var text = FaultTexts.of(Locale.ENGLISH, detail);
        return detail.column().isEmpty() ? text : detail.column() + ": " + text;
    }
}
