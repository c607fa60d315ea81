package dev.galleria.catalog.imports;

import dev.galleria.catalog.Fact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A typed fact that products may have; choices only with CHOICE. Labels by language tag. */
public record ImportedAttribute(
        String code,
        Fact.Kind kind,
        @Nullable String unit,
        boolean filterable,
        int position,
        Map<String, String> labels,
        List<Choice> choices) {

    /** One value of the closed list. */
    public record Choice(String code, Map<String, String> labels) {}
}
