package dev.galleria.demodata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One wording in every locale of a tenant. */
record Text(Map<String, String> byLocale) {
    /** Reads {@code {en: …, de: …}}, or a plain string where the tenant has one locale. */
    static Text of(JsonNode node, List<String> locales) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String locale : locales) {
            JsonNode text = node.isValueNode() ? node : node.get(locale);
            if (text == null || (node.isValueNode() && locales.size() > 1)) {
                throw new IllegalArgumentException("No wording for " + locale + " in " + node);
            }
            texts.put(locale, text.asText());
        }
        return new Text(texts);
    }

    /** Reads alternatives: a list, or a list for each locale; all locales have equally many. */
    static List<Text> listOf(JsonNode node, List<String> locales) {
        int count = node.isArray() ? node.size() : node.get(locales.get(0)).size();
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> {
                    Map<String, String> texts = new LinkedHashMap<>();
                    for (String locale : locales) {
                        JsonNode list = node.isArray() ? node : node.get(locale);
                        if (list == null || list.size() != count || (node.isArray() && locales.size() > 1)) {
                            throw new IllegalArgumentException("Alternatives differ in number: " + node);
                        }
                        texts.put(locale, list.get(i).asText());
                    }
                    return new Text(texts);
                })
                .toList();
    }

    String in(String locale) {
        return byLocale.get(locale);
    }
}
