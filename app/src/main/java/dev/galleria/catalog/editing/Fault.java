package dev.galleria.catalog.editing;

import java.util.List;

/**
 * One thing that is wrong with what was sent in, so that it can be shown beside its field.
 *
 * @param pointer where it stands in the draft, as a JSON Pointer (RFC 6901) over the names of its components: {@code
 *     /variants/3/sku}
 * @param code what is wrong; its text is {@code catalog.fault.<code>}
 * @param values what the text mentions, e.g. a limit
 */
public record Fault(String pointer, String code, List<String> values) {
    /** A fault whose values are shown as they print. */
    public static Fault of(String pointer, String code, Object... values) {
        return new Fault(
                pointer,
                code,
                java.util.Arrays.stream(values).map(String::valueOf).toList());
    }

    /** The key of its text. */
    public String key() {
        return "catalog.fault." + code;
    }
}
