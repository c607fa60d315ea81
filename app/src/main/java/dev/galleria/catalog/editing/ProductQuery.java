package dev.galleria.catalog.editing;

import dev.galleria.seller.SellerId;
import org.jspecify.annotations.Nullable;

/**
 * What an editor's list shows: words found in title, slug or SKU; a state (SCHEDULED ones are ACTIVE); a category with all
 * under it; a brand; a seller who describes or sells it; pages from 1 of 1–100 rows.
 */
public record ProductQuery(
        @Nullable String text,
        @Nullable ProductState state,
        @Nullable String category,
        @Nullable String brand,
        @Nullable SellerId seller,
        Sort sort,
        int page,
        int size) {

    /** The order of rows; equal ones by id. */
    public enum Sort {
        CHANGED,
        CHANGED_FIRST,
        TITLE,
        TITLE_DOWN,
        CREATED
    }

    public ProductQuery {
        size = Math.max(1, Math.min(size, 100));
        page = Math.max(1, Math.min(page, 10_000));
    }

    /** Of all sellers. */
    public ProductQuery(
            @Nullable String text,
            @Nullable ProductState state,
            @Nullable String category,
            @Nullable String brand,
            Sort sort,
            int page,
            int size) {
        this(text, state, category, brand, null, sort, page, size);
    }

    /** Everything, last changed first. */
    public static ProductQuery all() {
        return new ProductQuery(null, null, null, null, Sort.CHANGED, 1, 50);
    }
}
