package dev.galleria.catalog.editing;

import dev.galleria.catalog.ProductId;
import dev.galleria.seller.SellerId;
import org.jspecify.annotations.Nullable;

/**
 * One of many products to be written together.
 *
 * @param id a new one for a new product
 * @param before what is there now, as {@link Bulk#read} gave it; null for a new product
 * @param owner whose description it is or will be
 * @param draft what it shall be, with every variant that shall stay and every offer of the editor's that shall stay
 */
public record BulkProduct(ProductId id, @Nullable EditedProduct before, @Nullable SellerId owner, ProductDraft draft) {

    /** Whether what describes the product changes, offers aside. */
    public boolean describes() {
        return before == null || !Bulk.withoutOffers(before.content()).equals(Bulk.withoutOffers(draft));
    }

    /** Whether writing it would change anything. */
    public boolean changes() {
        return before == null || !before.content().equals(draft);
    }
}
