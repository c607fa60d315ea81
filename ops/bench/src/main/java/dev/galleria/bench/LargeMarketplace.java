package dev.galleria.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A marketplace of any number of products, made of a demo marketplace by copying it again and again: each copy gets words,
 * brands, sellers, prices and dates of its own. The same size always gives the same bytes.
 */
record LargeMarketplace(Path model, Path directory, int size) {
    private static final String[] BEGIN = {
        "Bel", "Cor", "Dan", "El", "Fio", "Gar", "Hal", "Iv", "Jor", "Kal", "Lum", "Mir"
    };
    private static final String[] MIDDLE = {"a", "edo", "ari", "o", "unda", "ime", "eta", "ora", "ulo", "ina"};
    private static final String[] END = {"no", "ris", "lle", "tta", "von", "ska", "dor", "mie", "qua", "xen"};
    private static final int COPIES_PER_BRAND = 10;
    private static final int COPIES_PER_SELLER = 20;

    String slug() {
        return "bench-" + size;
    }

    Path own() {
        return directory.resolve(slug());
    }

    /** Writes the files, if they are not there yet. */
    void write() throws IOException {
        if (Files.exists(own().resolve("tenant.yaml"))) {
            return;
        }
        Files.createDirectories(own());
        copy("categories", 1, (row, copy) -> {});
        copy("customers", 1, (row, copy) -> {});
        int products = (int) rows("products");
        int copies = (size + products - 1) / products;
        copy("brands", (copies + COPIES_PER_BRAND - 1) / COPIES_PER_BRAND, this::brand);
        copy("sellers", (copies + COPIES_PER_SELLER - 1) / COPIES_PER_SELLER, this::seller);
        var kept = products(copies);
        variants(copies, kept);
        offers(copies, kept);
        orders(kept);
        // Last, because the marketplace counts as written with it.
        Files.writeString(
                own().resolve("tenant.yaml"),
                ours(Files.readString(model.resolve("tenant.yaml")))
                        .replaceFirst("(?m)^slug: .*$", "slug: " + slug())
                        .replaceFirst("(?m)^name: .*$", "name: Bench of " + size));
    }

    /** The word that tells one copy of a product from the others. */
    static String series(int copy) {
        int rest = copy;
        var begin = BEGIN[rest % BEGIN.length];
        rest /= BEGIN.length;
        var middle = MIDDLE[rest % MIDDLE.length];
        rest /= MIDDLE.length;
        return begin + middle + END[(rest + copy) % END.length];
    }

    /** All values of one column, for the clients to ask for. */
    List<String> column(String file, String column) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(own().resolve(file + ".csv"))) {
            return reader.stream().map(row -> row.getField(column)).toList();
        }
    }

    private interface Change {
        void make(Map<String, String> row, int copy);
    }

    private void brand(Map<String, String> row, int copy) {
        if (copy > 0) {
            row.put("slug", row.get("slug") + "-" + copy);
            row.put("name", row.get("name") + " " + series(copy * 7));
        }
    }

    private void seller(Map<String, String> row, int copy) {
        if (copy > 0) {
            row.put("slug", row.get("slug") + "-" + copy);
            row.put("name", row.get("name") + " " + series(copy * 11));
            row.put("email", row.get("email").replace("@", "-" + copy + "@"));
        }
    }

    /** Returns how many copies there are of each product. */
    private Map<String, Integer> products(int copies) throws IOException {
        var kept = new HashMap<String, Integer>();
        int[] written = {0};
        write("products", copies, (row, copy) -> {
            if (written[0] == size) {
                return false;
            }
            written[0]++;
            var handle = row.get("handle");
            kept.merge(handle, 1, Integer::sum);
            row.put("handle", copied(handle, copy));
            row.put("brand", copied(row.get("brand"), copy / COPIES_PER_BRAND));
            if (copy > 0) {
                for (var title : List.of("title_en", "title_de", "title_fr")) {
                    row.put(title, row.get(title) + " " + series(copy + written[0] % 97));
                }
                int days = Integer.parseInt(row.get("published_days_ago"));
                row.put("published_days_ago", Integer.toString((days + copy * 13) % 900 + 1));
            }
            return true;
        });
        return kept;
    }

    private void variants(int copies, Map<String, Integer> kept) throws IOException {
        write("variants", copies, (row, copy) -> {
            var handle = row.get("handle");
            row.put("handle", copied(handle, copy));
            row.put("sku", sku(row.get("sku"), copy));
            if (copy > 0) {
                row.put("gtin", "");
            }
            return copy < kept.getOrDefault(handle, 0);
        });
    }

    private void offers(int copies, Map<String, Integer> kept) throws IOException {
        var handles = handles();
        write("offers", copies, (row, copy) -> {
            var sku = row.get("sku");
            row.put("sku", sku(sku, copy));
            row.put("seller", copied(row.get("seller"), copy / COPIES_PER_SELLER));
            var percent = BigDecimal.valueOf(100 + (copy * 37L + sku.hashCode() % 11) % 40)
                    .movePointLeft(2);
            for (var price : List.of("price", "list_price", "sale_price")) {
                if (!row.get(price).isEmpty()) {
                    row.put(
                            price,
                            new BigDecimal(row.get(price))
                                    .multiply(percent)
                                    .setScale(2, RoundingMode.HALF_EVEN)
                                    .toPlainString());
                }
            }
            return copy < kept.getOrDefault(handles.get(sku), 0);
        });
    }

    /** Those of the model all of whose products are here. */
    private void orders(Map<String, Integer> kept) throws IOException {
        var handles = handles();
        var gone = new HashSet<String>();
        read("order_lines", row -> {
            if (!kept.containsKey(handles.get(row.get("sku")))) {
                gone.add(row.get("ref"));
            }
        });
        write("orders", 1, (row, copy) -> !gone.contains(row.get("ref")));
        write("order_lines", 1, (row, copy) -> !gone.contains(row.get("ref")));
    }

    /** The product of each of the model's SKUs. */
    private Map<String, String> handles() throws IOException {
        var handles = new HashMap<String, String>();
        read("variants", row -> handles.put(row.get("sku"), row.get("handle")));
        return handles;
    }

    private static String copied(String slug, int copy) {
        return copy == 0 || slug.isEmpty() ? slug : slug + "-" + copy;
    }

    private static String sku(String sku, int copy) {
        return copy == 0 ? sku : sku + "-C" + copy;
    }

    private String ours(String text) {
        return text.replace("@atelier.example", "@" + slug() + ".example");
    }

    private interface Kept {
        boolean change(Map<String, String> row, int copy);
    }

    private void copy(String file, int copies, Change change) throws IOException {
        write(file, copies, (row, copy) -> {
            change.make(row, copy);
            return true;
        });
    }

    /** Copy after copy, each row changed or left out. */
    private void write(String file, int copies, Kept kept) throws IOException {
        var source = new ArrayList<Map<String, String>>();
        read(file, source::add);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(own().resolve(file + ".csv"))) {
            csv.writeRecord(source.get(0).keySet());
            for (int copy = 0; copy < copies; copy++) {
                for (var original : source) {
                    var row = new LinkedHashMap<>(original);
                    if (kept.change(row, copy)) {
                        csv.writeRecord(row.values().stream().map(this::ours).toList());
                    }
                }
            }
        }
    }

    private void read(String file, Consumer<Map<String, String>> work) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(model.resolve(file + ".csv"))) {
            reader.forEach(row -> work.accept(row.getFieldsAsMap()));
        }
    }

    private long rows(String file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(model.resolve(file + ".csv"))) {
            return reader.stream().count();
        }
    }
}
