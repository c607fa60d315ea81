package dev.galleria.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * How fast a file of products is taken in: the marketplace's own export under other names, so that every row is new, looked
 * through, brought in, and taken back, which leaves the marketplace as it was.
 */
final class ImportRate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ENDED = Set.of("CHECKED", "DONE", "UNDONE", "REFUSED", "CANCELED");
    /** Data rows in one file, about. */
    private static final int MOST_ROWS = 100_000;

    private static final long POLL_MILLIS = 200;

    private final String host;
    private final LargeMarketplace marketplace;
    private final int port;

    ImportRate(String host, LargeMarketplace marketplace, int port) {
        this.host = host;
        this.marketplace = marketplace;
        this.port = port;
    }

    /** Rows and how long each step took, in milliseconds. */
    record Taken(long rows, long wrong, long checked, long broughtIn, long takenBack) {}

    Taken measure() throws IOException, InterruptedException {
        try (var client = new Client(port)) {
            var token = JSON.readTree(client.send(
                                    "POST",
                                    host,
                                    "/api/v1/tokens",
                                    "",
                                    "{\"email\":\"owner@" + marketplace.slug()
                                            + ".example\",\"password\":\"galleria-demo\"}")
                            .body())
                    .get("token")
                    .asText();
            var bearer = "Authorization: Bearer " + token + "\r\n";
            var file = renamed(new ByteArrayInputStream(
                    client.get(host, "/api/v1/exports/products.csv", bearer).body()));
            long begin = System.nanoTime();
            var sent = JSON.readTree(client.send(
                            "POST", host, "/api/v1/imports?dryRun=true", bearer + "Content-Type: text/csv\r\n", file)
                    .body());
            var address = "/api/v1/imports/" + sent.get("id").asText();
            var checked = ended(client, bearer, address, "CHECKED");
            long afterCheck = System.nanoTime();
            client.send("POST", host, address + "/run", bearer, "");
            ended(client, bearer, address, "DONE");
            long afterRun = System.nanoTime();
            client.send("POST", host, address + "/undo", bearer, "");
            ended(client, bearer, address, "UNDONE");
            long afterUndo = System.nanoTime();
            return new Taken(
                    checked.get("rowsTotal").asLong(),
                    checked.get("wrong").asLong(),
                    (afterCheck - begin) / 1_000_000,
                    (afterRun - afterCheck) / 1_000_000,
                    (afterUndo - afterRun) / 1_000_000);
        }
    }

    private JsonNode ended(Client client, String bearer, String address, String wanted)
            throws IOException, InterruptedException {
        while (true) {
            var now =
                    JSON.readTree(client.send("GET", host, address, bearer, "").body());
            var state = now.get("state").asText();
            if (state.equals(wanted)) {
                return now;
            }
            if (ENDED.contains(state) && !state.equals("CHECKED") && !state.equals("DONE")) {
                throw new IOException("The import ended " + state + ": " + now);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The same goods under other names and codes, so that all of them are new; whole products, up to {@link #MOST_ROWS}. */
    private static String renamed(InputStream export) throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text);
                var rows = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(export)) {
            int written = 0;
            var product = "";
            for (var row : rows) {
                var fields = new LinkedHashMap<>(row.getFieldsAsMap());
                if (written == 0) {
                    csv.writeRecord(fields.keySet());
                }
                boolean next = !fields.get("product").equals(product);
                if (next && written >= MOST_ROWS) {
                    break;
                }
                product = fields.get("product");
                written++;
                fields.computeIfPresent("product", (name, slug) -> "new-" + slug);
                fields.computeIfPresent("sku", (name, sku) -> "NEW-" + sku);
                fields.computeIfPresent("gtin", (name, gtin) -> "");
                csv.writeRecord(fields.values());
            }
        }
        return text.toString();
    }
}
