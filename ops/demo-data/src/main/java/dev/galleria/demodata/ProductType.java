package dev.galleria.demodata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One kind of article: its words, picture, options, price range in whole units and the values its specification may take. */
record ProductType(
        String leaf,
        String kind,
        String family,
        String sprite,
        String tint,
        Text noun,
        List<String> kinds,
        List<String> materials,
        String palette,
        String ladder,
        String taxClass,
        List<String> tags,
        int[] price,
        int[] grams,
        Map<String, JsonNode> specs,
        Text title,
        List<Text> leads) {

    static ProductType of(JsonNode node, List<String> locales) {
        Map<String, JsonNode> specs = new LinkedHashMap<>();
        if (node.has("specs")) {
            node.get("specs").fields().forEachRemaining(e -> specs.put(e.getKey(), e.getValue()));
        }
        return new ProductType(
                node.get("leaf").asText(),
                node.get("kind").asText(),
                node.has("family")
                        ? node.get("family").asText()
                        : node.get("kind").asText(),
                node.get("sprite").asText(),
                node.has("tint") ? node.get("tint").asText() : "natural",
                Text.of(node.get("noun"), locales),
                Yaml.strings(node.get("kinds")),
                Yaml.strings(node.get("materials")),
                Yaml.optional(node, "colors"),
                Yaml.optional(node, "sizes"),
                node.has("tax") ? node.get("tax").asText() : "standard",
                Yaml.strings(node.get("tags")),
                pair(node.get("price")),
                pair(node.get("grams")),
                specs,
                node.has("title") ? Text.of(node.get("title"), locales) : null,
                Text.listOf(node.get("lead"), locales));
    }

    private static int[] pair(JsonNode node) {
        return new int[] {node.get(0).asInt(), node.get(1).asInt()};
    }
}
