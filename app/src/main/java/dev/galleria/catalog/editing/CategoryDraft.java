package dev.galleria.catalog.editing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A department as it is written: texts by language, the marketplace's own is needed.
 *
 * @param slug its address; null keeps the one it has, or makes one of the title
 * @param parent the slug of the department above; null for the top
 * @param position its place among its siblings, from 1
 */
public record CategoryDraft(
        @Nullable String slug,
        @Nullable String parent,
        int position,
        Map<String, ProductDraft.Words> texts,
        @Nullable String imageKey) {}
