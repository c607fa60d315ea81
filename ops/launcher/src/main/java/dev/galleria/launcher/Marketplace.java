package dev.galleria.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A demo marketplace and who can log in to it, as its files under tenants/ say. */
record Marketplace(String slug, String name, String password, String owner, String shopper, List<String> sellers) {
    private static final int SELLERS_SHOWN = 2;

    /** All marketplaces of a directory, by slug; none when the directory is not there. */
    static List<Marketplace> listIn(Path tenants) {
        if (!Files.isDirectory(tenants)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(tenants)) {
            return directories
                    .filter(dir -> Files.exists(dir.resolve("tenant.yaml")))
                    .sorted()
                    .map(Marketplace::read)
                    .toList();
        } catch (IOException e) {
            throw new StartFailure("Cannot read " + tenants + ": " + e.getMessage(), e);
        }
    }

    private static Marketplace read(Path dir) {
        try {
            JsonNode tenant =
                    new YAMLMapper().readTree(dir.resolve("tenant.yaml").toFile());
            return new Marketplace(
                    tenant.path("slug").asText(),
                    tenant.path("name").asText(),
                    tenant.path("demo-password").asText(),
                    tenant.path("owner").path("email").asText(),
                    tenant.path("shopper").path("email").asText(),
                    sellers(dir.resolve("sellers.csv")));
        } catch (IOException e) {
            throw new StartFailure("Cannot read " + dir + "/tenant.yaml: " + e.getMessage(), e);
        }
    }

    private static List<String> sellers(Path file) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .limit(SELLERS_SHOWN)
                    .map(row -> row.getField("email"))
                    .toList();
        }
    }
}
