package dev.galleria.platform.rest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) into maps, lists, strings, BigDecimals, Booleans and nulls, and takes no liberties: UTF-8 without a
 * byte order mark, one value and nothing behind it, every name once, nothing too deep, too many or too long.
 */
final class StrictJson {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final int DEEPEST = 32;
    private static final int MOST_VALUES = 200_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LARGEST_EXPONENT = 50;

    private final JsonParser parser;
    private int values;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /** The value; what is not acceptable is a {@link JsonShape}. */
    static @Nullable Object read(byte[] bytes) {
        var text = text(bytes);
        try (var parser = PARSERS.createParser(new StringReader(text))) {
            var reader = new StrictJson(parser);
            if (!parser.hasNext()) {
                throw new JsonShape("There is no JSON in the body.");
            }
            var value = reader.value(parser.next(), 0);
            if (parser.hasNext()) {
                throw new JsonShape("Something follows the JSON value.");
            }
            return value;
        } catch (JsonException | IllegalStateException | ArithmeticException | NumberFormatException e) {
            // The parser's own messages quote the input; where it stumbled is enough.
            throw new JsonShape("The body is not JSON.");
        }
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                throw new JsonShape("JSON begins without a byte order mark.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new JsonShape("The body is not UTF-8.");
        }
    }

    private @Nullable Object value(JsonParser.Event event, int depth) {
        if (++values > MOST_VALUES) {
            throw new JsonShape("The body has too many values.");
        }
        if (depth > DEEPEST) {
            throw new JsonShape("The body is nested too deeply.");
        }
        return switch (event) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new JsonShape("The body is not JSON.");
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (var event = parser.next(); event != JsonParser.Event.END_OBJECT; event = parser.next()) {
            var name = parser.getString();
            var value = value(parser.next(), depth + 1);
            if (members.containsKey(name)) {
                throw new JsonShape("A name stands twice in the same object.");
            }
            members.put(name, value);
        }
        return members;
    }

    private List<@Nullable Object> array(int depth) {
        var items = new ArrayList<@Nullable Object>();
        for (var event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            items.add(value(event, depth + 1));
        }
        return items;
    }

    private static BigDecimal number(String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            throw new JsonShape("A number is too long.");
        }
        var number = new BigDecimal(digits);
        if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
            throw new JsonShape("A number is too large or too fine.");
        }
        return number;
    }
}
