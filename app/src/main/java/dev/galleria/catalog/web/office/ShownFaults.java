package dev.galleria.catalog.web.office;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong, as it stands beside the fields and at the head of the page. */
public final class ShownFaults implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> at = new LinkedHashMap<>();
    private final List<Entry> all = new ArrayList<>();

    /** One of them at the head of the page; {@code pointer} is where it leads. */
    public record Entry(String pointer, String place, String text) implements Serializable {}

    void clear() {
        at.clear();
        all.clear();
    }

    void add(String pointer, String place, String text) {
        at.putIfAbsent(pointer, text);
        all.add(new Entry(pointer, place, text));
    }

    /** The text at that field, empty when it is right. */
    public String of(String pointer) {
        return at.getOrDefault(pointer, "");
    }

    public boolean isAny() {
        return !all.isEmpty();
    }

    /** Whether anything at or under that place is wrong. */
    public boolean within(String pointer) {
        return at.keySet().stream().anyMatch(place -> place.equals(pointer) || place.startsWith(pointer + "/"));
    }

    public List<Entry> getAll() {
        return all;
    }
}
