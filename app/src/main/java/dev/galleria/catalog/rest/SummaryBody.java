package dev.galleria.catalog.rest;

import dev.galleria.catalog.ProductSummary;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.PublicId;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product in a list, as a shopper sees it; price and seller are those of the winning offer. */
@Schema(name = "SummaryBody")
public record SummaryBody(
        String id,
        String slug,
        String title,
        @Nullable Named brand,
        MoneyBody price,
        @Nullable MoneyBody listPrice,
        boolean priceVaries,
        Named seller,
        int sellerCount,
        int variantCount,
        boolean inStock,
        @Nullable Rating rating,
        List<String> tags,
        @Nullable String imageKey,
        String publishedAt) {

    /** What has a name; a brand by slug, a seller by id. */
    public record Named(String id, String name) {}

    /** Stars, 1.00–5.00, and how many gave them. */
    public record Rating(BigDecimal average, int count) {
        static @Nullable Rating of(int hundredths, int count) {
            return count == 0 ? null : new Rating(BigDecimal.valueOf(hundredths, 2), count);
        }
    }

    static SummaryBody of(ProductSummary product) {
        return new SummaryBody(
                PublicId.of(product.id()),
                product.slug(),
                product.title(),
                product.brandSlug() == null ? null : new Named(product.brandSlug(), String.valueOf(product.brand())),
                MoneyBody.of(product.price()),
                MoneyBody.orNull(product.listPrice()),
                product.priceVaries(),
                new Named(PublicId.of(product.seller()), product.sellerName()),
                product.sellerCount(),
                product.variantCount(),
                product.inStock(),
                Rating.of(product.ratingHundredths(), product.ratingCount()),
                product.tags(),
                product.imageKey(),
                product.publishedAt().toString());
    }
}
