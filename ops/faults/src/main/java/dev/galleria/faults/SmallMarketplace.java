package dev.galleria.faults;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A few products of a demo marketplace under another name, so that a start takes seconds: one variant each, no history. */
record SmallMarketplace(Path model, Path directory, int products) {
    static final String SLUG = "faults";

    void write() throws IOException {
        var own = directory.resolve(SLUG);
        Files.createDirectories(own);
        var handles = new HashSet<String>();
        var skus = new HashSet<String>();
        copy("brands", row -> true);
        copy("categories", row -> true);
        copy("sellers", row -> true);
        copy("customers", row -> row.get("email").startsWith("shopper@"));
        copy("orders", row -> false);
        copy("order_lines", row -> false);
        copy("products", row -> handles.size() < products && handles.add(row.get("handle")));
        copy("variants", row -> handles.contains(row.get("handle")) && skus.add(row.get("sku")));
        copy("offers", row -> skus.contains(row.get("sku")) && stocked(row));
        Files.writeString(
                own.resolve("tenant.yaml"),
                ours(Files.readString(model.resolve("tenant.yaml")))
                        .replaceFirst("(?m)^slug: .*$", "slug: " + SLUG)
                        .replaceFirst("(?m)^name: .*$", "name: Faults"));
    }

    /** Plenty, and all of it in one place. */
    private static boolean stocked(Map<String, String> row) {
        var places =
                row.keySet().stream().filter(name -> name.startsWith("stock_")).toList();
        for (int i = 0; i < places.size(); i++) {
            row.put(places.get(i), i == 0 ? "1000" : "0");
        }
        return true;
    }

    private static String ours(String text) {
        return text.replace("@greenmarket.example", "@" + SLUG + ".example");
    }

    private void copy(String file, Predicate<Map<String, String>> kept) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(model.resolve(file + ".csv"));
                var csv = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        .build(directory.resolve(SLUG).resolve(file + ".csv"))) {
            Set<String> header = null;
            for (var record : reader) {
                var row = new LinkedHashMap<>(record.getFieldsAsMap());
                if (header == null) {
                    header = row.keySet();
                    csv.writeRecord(header);
                }
                if (kept.test(row)) {
                    csv.writeRecord(
                            row.values().stream().map(SmallMarketplace::ours).toList());
                }
            }
        }
    }
}
