package dev.galleria.catalog.editing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that products are described by, as it is written; labels by language, the marketplace's own is needed.
 *
 * @param kind TEXT, NUMBER, CHOICE, FLAG or DATE; stays what it is while products use it
 * @param unit of a NUMBER
 * @param filterable whether shoppers can filter by it
 * @param position its place among all, from 1
 * @param choices of a CHOICE, in their order
 */
public record AttributeDraft(
        String code,
        String kind,
        @Nullable String unit,
        boolean filterable,
        int position,
        Map<String, String> labels,
        List<Choice> choices) {

    /** One of the values that a CHOICE can have. */
    public record Choice(String code, Map<String, String> labels) {}
}
