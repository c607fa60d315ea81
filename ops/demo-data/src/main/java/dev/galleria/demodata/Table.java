package dev.galleria.demodata;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One CSV file being written. */
final class Table implements AutoCloseable {
    private final CsvWriter csv;
    private final int columns;

    Table(Path file, List<String> header) {
        try {
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        columns = header.size();
        csv.writeRecord(header);
    }

    /** Writes a row; a {@link Text} fills one column for each locale, a list is joined by bars. */
    void row(Object... values) {
        List<String> fields = new ArrayList<>(columns);
        for (Object value : values) {
            if (value instanceof Text text) {
                fields.addAll(text.byLocale().values());
            } else if (value instanceof List<?> list) {
                fields.add(String.join("|", list.stream().map(String::valueOf).toList()));
            } else {
                fields.add(String.valueOf(value));
            }
        }
        if (fields.size() != columns) {
            throw new IllegalStateException("Row has " + fields.size() + " fields, header " + columns);
        }
        csv.writeRecord(fields);
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
