package dev.galleria.stripedouble;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** JSON as trees: what the double stores, sends and reads is kept in Stripe's own shape. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The JSON form of strings, numbers, booleans, maps, lists and null. */
    static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    static JsonNode parse(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes);
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Stripe prints it: indented. */
    static byte[] pretty(JsonNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code {"object": "list", "url": …, "has_more": …, "data": […]}}. */
    static ObjectNode list(String url, boolean more, List<? extends JsonNode> data) {
        ObjectNode list = object().put("object", "list").put("url", url).put("has_more", more);
        list.putArray("data").addAll(data);
        return list;
    }
}
