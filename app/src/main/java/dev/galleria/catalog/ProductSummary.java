package dev.galleria.catalog;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as a card shows it. Price, seller, offer and variant are those of the winning offer ({@link OfferRule}); the list
 * price is there only if it is higher. The rating is in hundredths of a star.
 */
public record ProductSummary(
        ProductId id,
        String slug,
        String title,
        @Nullable String brand,
        @Nullable String brandSlug,
        Money price,
        @Nullable Money listPrice,
        boolean priceVaries,
        SellerId seller,
        String sellerName,
        int sellerCount,
        OfferId offer,
        VariantId variant,
        int variantCount,
        @Nullable String imageKey,
        @Nullable String imageKey2,
        int ratingHundredths,
        int ratingCount,
        boolean inStock,
        List<String> tags,
        Instant publishedAt) {

    /** Whole percent below the list price, rounded down; 0 without one. */
    public int percentOff() {
        return listPrice == null
                ? 0
                : (int) ((listPrice.minorUnits() - price.minorUnits()) * 100 / listPrice.minorUnits());
    }

    /** The same at another price. */
    ProductSummary at(ShownPrice shown) {
        return new ProductSummary(
                id,
                slug,
                title,
                brand,
                brandSlug,
                shown.price(),
                shown.listPrice(),
                priceVaries,
                seller,
                sellerName,
                sellerCount,
                offer,
                variant,
                variantCount,
                imageKey,
                imageKey2,
                ratingHundredths,
                ratingCount,
                inStock,
                tags,
                publishedAt);
    }

    /** The same product as one of its sellers sells it. */
    ProductSummary soldAs(SellersOffer own) {
        return new ProductSummary(
                id,
                slug,
                title,
                brand,
                brandSlug,
                own.price(),
                own.listPrice(),
                own.priceVaries(),
                own.seller(),
                own.sellerName(),
                sellerCount,
                own.offer(),
                own.variant(),
                own.variantCount(),
                imageKey,
                imageKey2,
                ratingHundredths,
                ratingCount,
                own.inStock(),
                tags,
                publishedAt);
    }

    /** What one seller asks for a product: the seller's best offer for it. */
    record SellersOffer(
            SellerId seller,
            String sellerName,
            OfferId offer,
            VariantId variant,
            Money price,
            @Nullable Money listPrice,
            boolean priceVaries,
            int variantCount,
            boolean inStock) {}

    /** Whether it can go into the cart without a choice between variants. */
    public boolean single() {
        return variantCount == 1;
    }
}
