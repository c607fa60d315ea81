package dev.galleria.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
        var file = directory.resolve(name + ".csv");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        var locales = locales();
        var currency = currency();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream()
                    .map(fields -> new Row(fields, locales, currency))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
