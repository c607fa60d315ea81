package dev.galleria.catalog.editing;

import dev.galleria.catalog.ProductId;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product as its editor sees it; sending its content in again changes nothing.
 *
 * @param version to be named when it is changed
 * @param owner whose description it is; null for the marketplace's own
 */
public record EditedProduct(
        ProductId id,
        long version,
        @Nullable SellerId owner,
        Instant createdAt,
        Instant changedAt,
        ProductDraft content) {}
