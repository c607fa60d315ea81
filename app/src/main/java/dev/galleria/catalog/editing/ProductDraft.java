package dev.galleria.catalog.editing;

import dev.galleria.catalog.VariantId;
import dev.galleria.seller.SellerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole product as an editor writes it, replacing what was there. Categories and brands by slug, types and attributes by
 * code, texts by language tag of the marketplace; the marketplace's own language is needed.
 *
 * @param slug its address; null keeps the one it has, or makes one of the title
 * @param state null keeps the one it has, DRAFT for a new one; never DELETED
 * @param publishedAt since or from when an ACTIVE product is shown; null keeps the moment, or is now
 * @param tags up to 250, each of up to 255 characters
 * @param taxClass standard, reduced or zero
 * @param options up to 3; without options there is one variant
 * @param variants 1 to 2,000, in their order
 */
public record ProductDraft(
        @Nullable String slug,
        @Nullable ProductState state,
        @Nullable Instant publishedAt,
        Map<String, Words> texts,
        String category,
        @Nullable String brand,
        @Nullable String type,
        List<String> tags,
        String taxClass,
        List<Value> attributes,
        List<Option> options,
        List<Variant> variants,
        List<Picture> pictures) {

    /** A product may have so many pictures. */
    public static final int MOST_PICTURES = 50;

    /** The same product with other variants. */
    public ProductDraft withVariants(List<Variant> others) {
        return new ProductDraft(
                slug,
                state,
                publishedAt,
                texts,
                category,
                brand,
                type,
                tags,
                taxClass,
                attributes,
                options,
                others,
                pictures);
    }

    /** Title of up to 200 characters, description of up to 20,000 in plain paragraphs. */
    public record Words(String title, String description) {}

    /** An attribute's value: the one that the attribute's kind asks for; a unit, if given, must be the attribute's own. */
    public record Value(
            String attribute,
            @Nullable String choice,
            @Nullable Map<String, String> texts,
            @Nullable BigDecimal number,
            @Nullable String unit,
            @Nullable Boolean flag,
            @Nullable LocalDate date) {}

    /** What a shopper chooses between; labels by language. */
    public record Option(String code, Map<String, String> labels, List<Choice> values) {}

    /** One choice; the swatch is a color such as {@code #27406b}. */
    public record Choice(String code, Map<String, String> labels, @Nullable String swatch) {}

    /**
     * One choosable form. Without an id it is the product's variant of that SKU, else of those choices, else a new one.
     *
     * @param sku unique in the marketplace, 1–64 characters
     * @param gtin EAN-8, UPC, EAN-13 or GTIN-14, with its check digit
     * @param choices option codes to value codes, one for each option
     * @param imageKey a picture of its own
     * @param offers in the names of those whom the editor may sell as; others' stay. Null leaves all as they are.
     */
    public record Variant(
            @Nullable VariantId id,
            String sku,
            @Nullable String gtin,
            Map<String, String> choices,
            int weightGrams,
            @Nullable String imageKey,
            @Nullable List<Offer> offers) {}

    /** One seller's terms; no seller means the editor's own. */
    public record Offer(@Nullable SellerId seller, OfferTerms terms) {}

    /** A picture and its alternative texts by language. */
    public record Picture(String key, Map<String, String> alts) {}
}
