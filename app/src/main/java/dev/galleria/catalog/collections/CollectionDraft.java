package dev.galleria.catalog.collections;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.ProductDraft;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection as it is written, replacing what was there: either a rule or products picked by hand.
 *
 * @param slug its address; null keeps the one it has, or makes one of the title
 * @param published whether shoppers see it
 * @param position its place among collections, 1–10,000
 * @param texts title of up to 100 and description of up to 2,000 characters by language; the marketplace's own is needed
 * @param sort the order that shoppers see first; FEATURED, the picked order, for picked products only
 * @param products in their order, up to {@link #MOST_PRODUCTS}; null when a rule decides
 */
public record CollectionDraft(
        @Nullable String slug,
        boolean published,
        int position,
        Map<String, ProductDraft.Words> texts,
        ListingQuery.Sort sort,
        @Nullable Rule rule,
        @Nullable List<ProductId> products) {
    public static final int MOST_PRODUCTS = 5_000;
}
