package dev.galleria.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One marketplace as files; the format is described in {@code tenants/README.md}. */
record MarketplaceFiles(Path directory, Yaml settings) {

    static MarketplaceFiles in(Path directory) throws IOException {
        return new MarketplaceFiles(directory, Yaml.read(directory.resolve("tenant.yaml")));
    }

    List<String> locales() {
        return settings.words("locales");
    }

    String currency() {
        return settings.text("currency");
    }

    /** All rows of {@code <name>.csv}; a file that is missing has none. */
    List<Row> rows(String name) {
        var rows = new ArrayList<Row>();
        each(name, rows::add);
        return rows;
    }

    /** One row after the other, for files that may be large. */
    void each(String name, Consumer<Row> work) {
        var file = directory.resolve(name + ".csv");
        if (!Files.isRegularFile(file)) {
            return;
        }
        var locales = locales();
        var currency = currency();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(fields -> work.accept(new Row(fields, locales, currency)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
