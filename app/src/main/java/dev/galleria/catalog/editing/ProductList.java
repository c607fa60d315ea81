package dev.galleria.catalog.editing;

import dev.galleria.catalog.ProductId;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of an editor's list and how many rows there are in all. */
public record ProductList(List<Row> rows, int total) {

    /** One product in a line; prices in minor units over all offers that the editor may see, {@code inStock} counts variants. */
    public record Row(
            ProductId id,
            String slug,
            String title,
            ProductState state,
            @Nullable Instant publishedAt,
            @Nullable SellerId owner,
            @Nullable String imageKey,
            int variantCount,
            int offerCount,
            int inStock,
            @Nullable Long lowestMinor,
            @Nullable Long highestMinor,
            Instant changedAt) {}
}
