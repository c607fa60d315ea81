package dev.galleria.stripedouble;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of a request, form-encoded with brackets as Stripe wants them:
 * {@code line_items[0][price_data][currency]=eur}.
 */
final class Params {
    private final String name;
    private final Map<String, Object> values;
    private final String fingerprint;

    private Params(String name, Map<String, Object> values, String fingerprint) {
        this.name = name;
        this.values = values;
        this.fingerprint = fingerprint;
    }

    static Params parse(String encoded) {
        Map<String, Object> root = new LinkedHashMap<>();
        TreeSet<String> pairs = new TreeSet<>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                insert(root, key, value);
                pairs.add(key + "=" + value);
            }
        }
        return new Params("", root, sha256(String.join("\n", pairs)));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(null, "Malformed encoding in the parameters.", null);
        }
    }

    @SuppressWarnings("unchecked")
    private static void insert(Map<String, Object> root, String key, String value) {
        String[] parts = key.replace("]", "").split("\\[", -1);
        Map<String, Object> map = root;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].isEmpty() ? String.valueOf(map.size()) : parts[i];
            if (i == parts.length - 1) {
                map.put(part, value);
            } else if (map.computeIfAbsent(part, p -> new LinkedHashMap<String, Object>()) instanceof Map<?, ?> next) {
                map = (Map<String, Object>) next;
            } else {
                throw Refusal.invalid(null, "Invalid hash: " + key, key);
            }
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Equal for equal parameters, in whatever order they were sent. */
    String fingerprint() {
        return fingerprint;
    }

    /** Refuses every parameter that is not named here, as Stripe refuses what it does not know. */
    Params allow(String... known) {
        Set<String> allowed = Set.of(known);
        for (String key : values.keySet()) {
            if (!allowed.contains(key)) {
                throw Refusal.invalid("parameter_unknown", "Received unknown parameter: " + path(key), path(key));
            }
        }
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text; absent and empty are the same, as empty means "unset" to Stripe. */
    Optional<String> text(String key) {
        return values.get(key) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    String requiredText(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    Refusal missing(String key) {
        return Refusal.invalid("parameter_missing", "Missing required param: " + path(key) + ".", path(key));
    }

    /** A text out of a closed set. */
    String oneOf(String key, String otherwise, String... choices) {
        String text = text(key).orElse(otherwise);
        if (!List.of(choices).contains(text)) {
            String message = "Invalid %s: must be one of %s".formatted(path(key), String.join(", ", choices));
            throw Refusal.invalid(null, message, path(key));
        }
        return text;
    }

    Optional<Long> number(String key) {
        return text(key).map(text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw Refusal.invalid("parameter_invalid_integer", "Invalid integer: " + text, path(key));
            }
        });
    }

    /** A whole number of at least {@code least}. */
    long required(String key, long least) {
        long number = number(key).orElseThrow(() -> missing(key));
        if (number < least) {
            String message = "Invalid %s: must be greater than or equal to %d".formatted(path(key), least);
            throw Refusal.invalid("parameter_invalid_integer", message, path(key));
        }
        return number;
    }

    boolean flag(String key) {
        return "true".equals(oneOf(key, "false", "true", "false"));
    }

    /** The parameters below a name; empty if there are none. */
    @SuppressWarnings("unchecked")
    Params below(String key) {
        Object value = values.get(key);
        return new Params(path(key), value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of(), "");
    }

    /** The elements of an array of hashes. */
    List<Params> each(String key) {
        Params array = below(key);
        return array.values.keySet().stream().map(array::below).toList();
    }

    /** The elements of an array of texts. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        below(key).values.values().forEach(value -> texts.add(String.valueOf(value)));
        return texts;
    }

    /** The pairs of a flat hash such as {@code metadata}. */
    Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        below(key).values.forEach((k, v) -> pairs.put(k, String.valueOf(v)));
        return pairs;
    }

    private String path(String key) {
        return name.isEmpty() ? key : name + "[" + key + "]";
    }
}
