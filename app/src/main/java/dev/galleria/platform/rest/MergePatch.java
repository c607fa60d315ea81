package dev.galleria.platform.rest;

import dev.galleria.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of a few fields (RFC 7396): what it names is replaced, null takes away, everything else stays. */
public final class MergePatch {
    private final @Nullable Object patch;

    private MergePatch(@Nullable Object patch) {
        this.patch = patch;
    }

    /** JSON that is none is a {@link Refusal} (400). */
    static MergePatch read(byte[] bytes) {
        try {
            return new MergePatch(StrictJson.read(bytes));
        } catch (JsonShape e) {
            throw new Refusal(400, "request/json", String.valueOf(e.getMessage()));
        }
    }

    /** What the answer would be with the change, read as input of that type; faults are a {@link Refusal} (400). */
    public <T> T applied(Object body, Class<T> type) {
        if (!(patch instanceof Map<?, ?>)) {
            throw new Refusal(400, "request/body", "A merge patch is an object (RFC 7396).");
        }
        try {
            var before = StrictJson.read(Json.write(body).getBytes(StandardCharsets.UTF_8));
            return RecordReader.read(merged(before, patch), type);
        } catch (JsonShape e) {
            throw new IllegalStateException("Answers are JSON", e);
        }
    }

    static @Nullable Object merged(@Nullable Object target, @Nullable Object patch) {
        if (!(patch instanceof Map<?, ?> changes)) {
            return patch;
        }
        var result = new LinkedHashMap<String, @Nullable Object>();
        if (target instanceof Map<?, ?> before) {
            before.forEach((name, value) -> result.put(String.valueOf(name), value));
        }
        changes.forEach((name, value) -> {
            var key = String.valueOf(name);
            if (value == null) {
                result.remove(key);
            } else {
                result.put(key, merged(result.get(key), value));
            }
        });
        return result;
    }
}
