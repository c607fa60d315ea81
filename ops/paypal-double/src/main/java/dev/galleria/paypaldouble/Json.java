package dev.galleria.paypaldouble;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** JSON as trees: what the double stores, sends and reads is kept in PayPal's own shape. */
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

    /** The same in the same order for the same content. */
    static byte[] pretty(JsonNode node) {
        return bytes(node);
    }

    /** Without the fields that begin with an underscore, which are the double's own, at any depth of objects. */
    static ObjectNode plain(ObjectNode stored) {
        ObjectNode shown = stored.deepCopy();
        List<String> own = new ArrayList<>();
        shown.fieldNames().forEachRemaining(field -> {
            if (field.startsWith("_")) {
                own.add(field);
            }
        });
        return shown.remove(own);
    }
}
