package dev.galleria.catalog.editing;

import org.jspecify.annotations.Nullable;

/**
 * What an editor's list shows: words found in title, slug or SKU; a state (SCHEDULED ones are ACTIVE); a category with all
 * under it; a brand; pages from 1 of 1–100 rows.
 */
public record ProductQuery(
        @Nullable String text,
        @Nullable ProductState state,
        @Nullable String category,
        @Nullable String brand,
        Sort sort,
        int page,
        int size) {

    /** The order of rows; equal ones by id. */
    public enum Sort {
        CHANGED,
        TITLE,
        CREATED
    }

    public ProductQuery {
        size = Math.max(1, Math.min(size, 100));
        page = Math.max(1, Math.min(page, 10_000));
    }

    /** Everything, last changed first. */
    public static ProductQuery all() {
        return new ProductQuery(null, null, null, null, Sort.CHANGED, 1, 50);
    }
}
