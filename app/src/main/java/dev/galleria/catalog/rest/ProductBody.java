package dev.galleria.catalog.rest;

import dev.galleria.catalog.Crumb;
import dev.galleria.catalog.ProductDetails;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.PublicId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product as a shopper sees it, in one language. */
@Schema(name = "ProductBody")
public record ProductBody(
        String id,
        String slug,
        String locale,
        String title,
        String description,
        SummaryBody.@Nullable Named brand,
        List<Crumb> categories,
        List<ProductDetails.Option> options,
        List<Variant> variants,
        List<ProductDetails.Image> images,
        List<Fact> attributes,
        List<String> tags,
        SummaryBody.@Nullable Rating rating,
        String publishedAt) {

    public record Fact(String code, String label, String kind, String value) {}

    public record Variant(
            String id,
            String sku,
            @Nullable String gtin,
            Map<String, String> choices,
            String label,
            int weightGrams,
            @Nullable String imageKey,
            List<Offer> offers) {}

    /** What one seller asks now, best offer first; with a list price comes the lowest price of the 30 days before. */
    public record Offer(
            String id,
            SummaryBody.Named seller,
            MoneyBody price,
            @Nullable MoneyBody listPrice,
            @Nullable MoneyBody lowestPriceBefore,
            @Nullable String saleEnds,
            int handlingDays,
            boolean inStock) {}

    static ProductBody of(ProductDetails product, String locale) {
        return new ProductBody(
                PublicId.of(product.id()),
                product.slug(),
                locale,
                product.title(),
                product.description(),
                product.brandSlug() == null
                        ? null
                        : new SummaryBody.Named(product.brandSlug(), String.valueOf(product.brand())),
                product.breadcrumb(),
                product.options(),
                product.variants().stream().map(ProductBody::variant).toList(),
                product.images(),
                product.specs().stream()
                        .map(spec ->
                                new Fact(spec.code(), spec.label(), spec.kind().name(), spec.value()))
                        .toList(),
                product.tags(),
                SummaryBody.Rating.of(product.ratingHundredths(), product.ratingCount()),
                product.publishedAt().toString());
    }

    private static Variant variant(ProductDetails.Variant variant) {
        return new Variant(
                PublicId.of(variant.id()),
                variant.sku(),
                variant.gtin(),
                variant.choices(),
                variant.label(),
                variant.weightGrams(),
                variant.imageKey(),
                variant.offers().stream().map(ProductBody::offer).toList());
    }

    private static Offer offer(ProductDetails.Offer offer) {
        return new Offer(
                PublicId.of(offer.id()),
                new SummaryBody.Named(PublicId.of(offer.seller()), offer.sellerName()),
                MoneyBody.of(offer.price()),
                MoneyBody.orNull(offer.listPrice()),
                MoneyBody.orNull(offer.lowestBefore()),
                offer.saleEnds() == null ? null : offer.saleEnds().toString(),
                offer.handlingDays(),
                offer.inStock());
    }
}
