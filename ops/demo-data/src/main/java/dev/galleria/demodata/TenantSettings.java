package dev.galleria.demodata;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the generator needs to know from a tenant's {@code tenant.yaml}. */
record TenantSettings(
        String slug,
        List<String> locales,
        String shopperEmail,
        List<String> warehouses,
        Map<String, Attribute> attributes,
        Map<String, List<String>> options,
        List<Zone> zones) {

    record Attribute(String code, String kind, String unit, Map<String, Text> choices) {}

    record Zone(String code, List<String> countries, List<Method> methods) {}

    /** Amounts in minor units; {@code freeFrom} is negative where shipping is never free. */
    record Method(String code, long price, long freeFrom) {}

    static TenantSettings read(Path directory) {
        JsonNode yaml = Yaml.file(directory.resolve("tenant.yaml"));
        List<String> locales = Yaml.strings(yaml.get("locales"));
        List<String> warehouses = new ArrayList<>();
        yaml.get("warehouses").forEach(w -> warehouses.add(w.get("code").asText()));
        Map<String, List<String>> options = new LinkedHashMap<>();
        yaml.get("options").forEach(option -> {
            Text.of(option.get("names"), locales);
            List<String> values = new ArrayList<>();
            option.get("values").forEach(value -> {
                Text.of(value.get("labels"), locales);
                values.add(value.get("code").asText());
            });
            options.put(option.get("code").asText(), values);
        });
        return new TenantSettings(
                yaml.get("slug").asText(),
                locales,
                yaml.get("shopper").get("email").asText(),
                warehouses,
                attributes(yaml.get("attributes"), locales),
                options,
                zones(yaml.get("shipping").get("zones"), locales));
    }

    private static Map<String, Attribute> attributes(JsonNode nodes, List<String> locales) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (JsonNode node : nodes) {
            Text.of(node.get("labels"), locales);
            Map<String, Text> choices = new LinkedHashMap<>();
            if (node.has("choices")) {
                node.get("choices")
                        .forEach(c -> choices.put(c.get("code").asText(), Text.of(c.get("labels"), locales)));
            }
            String code = node.get("code").asText();
            attributes.put(code, new Attribute(code, node.get("kind").asText(), Yaml.optional(node, "unit"), choices));
        }
        return attributes;
    }

    private static List<Zone> zones(JsonNode nodes, List<String> locales) {
        List<Zone> zones = new ArrayList<>();
        for (JsonNode node : nodes) {
            Text.of(node.get("names"), locales);
            List<Method> methods = new ArrayList<>();
            for (JsonNode method : node.get("methods")) {
                Text.of(method.get("names"), locales);
                String freeFrom = Yaml.optional(method, "free-from");
                methods.add(new Method(
                        method.get("code").asText(),
                        Amounts.minor(method.get("price").asText()),
                        freeFrom.isEmpty() ? -1 : Amounts.minor(freeFrom)));
            }
            zones.add(new Zone(node.get("code").asText(), Yaml.strings(node.get("countries")), methods));
        }
        return zones;
    }

    Zone zoneOf(String country) {
        return zones.stream()
                .filter(zone -> zone.countries().contains(country))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing is shipped to " + country));
    }
}
