package dev.galleria.catalog.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A category under the parent of that slug; texts by language tag. */
public record ImportedCategory(
        String slug,
        @Nullable String parent,
        int position,
        @Nullable String imageKey,
        Map<String, String> titles,
        Map<String, String> descriptions) {}
