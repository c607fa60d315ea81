package dev.galleria.demodata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of one tenant: what is sold, by whom, and how it is described. */
record Wordbook(
        Shape shape,
        List<Category> categories,
        List<ProductType> types,
        Map<String, Material> materials,
        Map<String, List<Text>> closers,
        List<Brand> brands,
        List<Seller> sellers,
        List<String> names) {

    /** How a tenant's catalog looks as a whole; with baskets, one order holds several goods. */
    record Shape(
            String prefix,
            int products,
            boolean baskets,
            Text title,
            List<String> backdrops,
            Map<String, List<String>> palettes,
            Map<String, Ladder> ladders,
            List<Text> categoryTexts) {}

    /** An option whose values change price and weight, in percent of the first. */
    record Ladder(String option, boolean choose, Map<String, Integer> percent) {}

    record Category(String slug, String parent, int position, Text title, Text text, String image) {}

    record Material(String code, Text title, String tint, List<Text> sentences) {}

    record Brand(String slug, String name, String country, int founded, List<String> kinds, String image, Text text) {}

    record Seller(String slug, String name, String country, String city, List<String> kinds, String image, Text text) {}

    static Wordbook read(TenantSettings settings) {
        String base = settings.slug() + "/";
        List<String> locales = settings.locales();
        List<ProductType> types = new ArrayList<>();
        for (String part : Yaml.strings(Yaml.words(base + "shop.yaml").get("types"))) {
            Yaml.words(base + part).forEach(node -> types.add(ProductType.of(node, locales)));
        }
        JsonNode people = Yaml.words(base + "makers.yaml");
        return new Wordbook(
                shape(Yaml.words(base + "shop.yaml"), locales),
                categories(Yaml.words(base + "categories.yaml"), locales),
                types,
                materials(Yaml.words(base + "materials.yaml"), locales),
                closers(Yaml.words(base + "closers.yaml"), locales),
                brands(people.get("brands"), locales),
                sellers(people.get("sellers"), locales),
                Yaml.strings(Yaml.words(base + "shop.yaml").get("names")));
    }

    private static Shape shape(JsonNode node, List<String> locales) {
        Map<String, List<String>> palettes = new LinkedHashMap<>();
        node.get("palettes").fields().forEachRemaining(e -> palettes.put(e.getKey(), Yaml.strings(e.getValue())));
        Map<String, Ladder> ladders = new LinkedHashMap<>();
        node.get("ladders").fields().forEachRemaining(e -> {
            Map<String, Integer> steps = new LinkedHashMap<>();
            e.getValue()
                    .get("steps")
                    .fields()
                    .forEachRemaining(s -> steps.put(s.getKey(), s.getValue().asInt()));
            ladders.put(
                    e.getKey(),
                    new Ladder(
                            e.getValue().get("option").asText(),
                            e.getValue().path("choose").asBoolean(true),
                            steps));
        });
        return new Shape(
                node.get("prefix").asText(),
                node.get("products").asInt(),
                node.path("baskets").asBoolean(false),
                Text.of(node.get("title"), locales),
                Yaml.strings(node.get("backdrops")),
                palettes,
                ladders,
                Text.listOf(node.get("category-texts"), locales));
    }

    private static List<Category> categories(JsonNode roots, List<String> locales) {
        List<Category> result = new ArrayList<>();
        addCategories(roots, "", locales, result);
        return result;
    }

    private static void addCategories(JsonNode nodes, String parent, List<String> locales, List<Category> result) {
        int position = 1;
        for (JsonNode node : nodes) {
            String slug = node.get("slug").asText();
            Text text = node.has("text") ? Text.of(node.get("text"), locales) : null;
            result.add(new Category(
                    slug, parent, position++, Text.of(node.get("title"), locales), text, Yaml.optional(node, "image")));
            if (node.has("children")) {
                addCategories(node.get("children"), slug, locales, result);
            }
        }
    }

    private static Map<String, Material> materials(JsonNode nodes, List<String> locales) {
        Map<String, Material> result = new LinkedHashMap<>();
        nodes.fields().forEachRemaining(e -> {
            JsonNode node = e.getValue();
            result.put(
                    e.getKey(),
                    new Material(
                            e.getKey(),
                            Text.of(node.get("title"), locales),
                            Yaml.optional(node, "tint"),
                            Text.listOf(node.get("text"), locales)));
        });
        return result;
    }

    private static Map<String, List<Text>> closers(JsonNode nodes, List<String> locales) {
        Map<String, List<Text>> result = new LinkedHashMap<>();
        nodes.fields().forEachRemaining(e -> result.put(e.getKey(), Text.listOf(e.getValue(), locales)));
        return result;
    }

    private static List<Brand> brands(JsonNode nodes, List<String> locales) {
        List<Brand> result = new ArrayList<>();
        for (JsonNode node : nodes) {
            result.add(new Brand(
                    node.get("slug").asText(),
                    node.get("name").asText(),
                    node.get("country").asText(),
                    node.get("founded").asInt(),
                    Yaml.strings(node.get("kinds")),
                    node.get("image").asText(),
                    Text.of(node.get("text"), locales)));
        }
        return result;
    }

    private static List<Seller> sellers(JsonNode nodes, List<String> locales) {
        List<Seller> result = new ArrayList<>();
        for (JsonNode node : nodes) {
            result.add(new Seller(
                    node.get("slug").asText(),
                    node.get("name").asText(),
                    node.get("country").asText(),
                    node.get("city").asText(),
                    Yaml.strings(node.get("kinds")),
                    node.get("image").asText(),
                    Text.of(node.get("text"), locales)));
        }
        return result;
    }
}
