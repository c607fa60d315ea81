package dev.galleria.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A mapping of a YAML file: texts, numbers, lists and mappings by key. A key that is missing is an IllegalStateException. */
record Yaml(Map<?, ?> values) {

    static Yaml read(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            var yaml = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()));
            return new Yaml(yaml.<Map<?, ?>>load(reader));
        }
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    String text(String key) {
        return String.valueOf(require(key));
    }

    @Nullable
    String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    Yaml map(String key) {
        return new Yaml((Map<?, ?>) require(key));
    }

    /** A mapping of texts, e.g. by language. */
    Map<String, String> texts(String key) {
        var texts = new LinkedHashMap<String, String>();
        map(key).values().forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return texts;
    }

    List<String> words(String key) {
        return ((List<?>) require(key)).stream().map(String::valueOf).toList();
    }

    /** A list of mappings; one that is missing is empty. */
    List<Yaml> maps(String key) {
        return has(key)
                ? ((List<?>) require(key))
                        .stream().map(value -> new Yaml((Map<?, ?>) value)).toList()
                : List.of();
    }

    private Object require(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("tenant.yaml has no " + key);
        }
        return value;
    }
}
