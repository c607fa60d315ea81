package dev.galleria.catalog.editing;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.seller.SellerId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words by which files may name things, in small letters, and what they are known by here.
 *
 * @param categories slugs, titles that are unique, and paths of titles such as {@code home > kitchen}, to slugs
 * @param brands slugs and names, to slugs
 * @param types codes and labels, to codes
 * @param attributes by code, in their order
 */
public record BulkWords(
        Map<String, String> categories,
        Map<String, String> brands,
        Map<String, String> types,
        Map<String, Attribute> attributes) {

    /** An attribute: its kind, the unit of a number, and a choice's codes and labels (small letters) to its codes. */
    public record Attribute(String code, String kind, @Nullable String unit, Map<String, String> choices) {}

    /** A product's place by its address or SKU: lists of both are looked up together. */
    public record Known(Map<String, ProductId> bySlug, Map<String, ProductId> bySku) {}

    /** One offer with the variant that it is for. */
    public record OfferOf(OfferId offer, ProductId product, String sku, SellerId seller) {}
}
