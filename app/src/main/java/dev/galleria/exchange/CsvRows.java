package dev.galleria.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file's records one after the other, never all in memory. What is no record (RFC 4180) is {@link Unreadable}. */
final class CsvRows implements AutoCloseable {
    /** Characters of one row; a cell without an end is noticed here. */
    private static final int LONGEST_ROW = 1 << 20;

    private static final int MOST_COLUMNS = 1_000;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private int read;

    CsvRows(Path file, Charset charset, char separator) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        reader = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(new InputStreamReader(Files.newInputStream(file), decoder));
        records = reader.iterator();
    }

    /** The header's names, without a byte order mark. */
    List<String> header() {
        var header = next().orElseThrow(() -> new Unreadable("empty", null));
        if (header.size() > MOST_COLUMNS) {
            throw new Unreadable("columns", 1);
        }
        var names =
                header.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
        if (names.stream().allMatch(String::isEmpty)) {
            throw new Unreadable("empty", null);
        }
        if (names.stream().anyMatch(name -> name.chars().anyMatch(c -> c < ' '))) {
            throw new Unreadable("no-csv", 1);
        }
        return names;
    }

    /** The next record's cells, empty at the end. */
    Optional<List<String>> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            var fields = records.next().getFields();
            read++;
            return Optional.of(fields);
        } catch (CsvParseException e) {
            throw failed(e);
        } catch (UncheckedIOException e) {
            throw new Unreadable(e.getCause() instanceof MalformedInputException ? "charset" : "interrupted", read + 1);
        }
    }

    private Unreadable failed(CsvParseException e) {
        var message = String.valueOf(e.getMessage());
        var reason = e.getCause() == null ? message : message + e.getCause().getMessage();
        if (e.getCause() instanceof MalformedInputException) {
            return new Unreadable("charset", read + 1);
        }
        return new Unreadable(reason.contains("buffer") || reason.contains("size") ? "long-row" : "quote", read + 1);
    }

    /** So many records have been read; the number of the last one as a spreadsheet counts. */
    int number() {
        return read;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
