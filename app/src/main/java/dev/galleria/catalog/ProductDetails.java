package dev.galleria.catalog;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that a product's page shows. Variants stand in the seller's order, each with its offers by {@link OfferRule}. */
public record ProductDetails(
        ProductId id,
        String slug,
        String title,
        String description,
        @Nullable String brand,
        @Nullable String brandSlug,
        List<Crumb> breadcrumb,
        List<Option> options,
        List<Variant> variants,
        List<Image> images,
        List<Spec> specs,
        List<String> tags,
        String taxClass,
        int ratingHundredths,
        int ratingCount,
        Instant publishedAt) {

    /** What a shopper chooses between, e.g. color. */
    public record Option(String code, String label, List<Value> values) {}

    /** One choice of an option; the swatch is a color such as {@code #27406b}. */
    public record Value(String code, String label, @Nullable String swatch) {}

    /** One choosable form: {@code choices} maps option codes to value codes, the label reads "Ink blue, M". */
    public record Variant(
            VariantId id,
            String sku,
            @Nullable String gtin,
            Map<String, String> choices,
            String label,
            int weightGrams,
            @Nullable String imageKey,
            List<Offer> offers) {

        /** The winning offer, if anybody offers this variant. */
        public Optional<Offer> best() {
            return offers.stream().findFirst();
        }

        public boolean inStock() {
            return offers.stream().anyMatch(Offer::inStock);
        }
    }

    /**
     * What one seller asks for a variant now; the list price is there only if it is higher, and with it the lowest price of the
     * 30 days before, if the offer is that old.
     */
    public record Offer(
            OfferId id,
            SellerId seller,
            String sellerSlug,
            String sellerName,
            int sellerRatingHundredths,
            int sellerRatingCount,
            Money price,
            @Nullable Money listPrice,
            @Nullable Money lowestBefore,
            @Nullable Instant saleEnds,
            int handlingDays,
            boolean inStock) {
        /** The same at another price. */
        Offer at(ShownPrice shown) {
            return new Offer(
                    id,
                    seller,
                    sellerSlug,
                    sellerName,
                    sellerRatingHundredths,
                    sellerRatingCount,
                    shown.price(),
                    shown.listPrice(),
                    shown.lowestBefore(),
                    saleEnds,
                    handlingDays,
                    inStock);
        }
    }

    /** A picture and the text for those who cannot see it. */
    public record Image(String key, String alt) {}

    /** A fact about the product, ready to be read: "Width", "42 cm"; a flag's value is "true" or "false". */
    public record Spec(String code, String label, Fact.Kind kind, String value) {}

    public Optional<Variant> variant(VariantId wanted) {
        return variants.stream().filter(one -> one.id().equals(wanted)).findFirst();
    }

    /** The variant of that SKU. */
    public Optional<Variant> variant(String sku) {
        return variants.stream().filter(one -> one.sku().equals(sku)).findFirst();
    }

    /** The variant with exactly these choices. */
    public Optional<Variant> variant(Map<String, String> choices) {
        return variants.stream().filter(one -> one.choices().equals(choices)).findFirst();
    }

    /** What the page shows first: the variant of the product's winning offer, else the first. */
    public Optional<Variant> preferred() {
        return variants.stream()
                .filter(variant -> variant.best().isPresent())
                .min((one, other) -> OfferRule.BEST_FIRST.compare(
                        one.best().orElseThrow(), other.best().orElseThrow()))
                .or(() -> variants.stream().findFirst());
    }

    public boolean inStock() {
        return variants.stream().anyMatch(Variant::inStock);
    }

    ProductDetails at(List<Crumb> way) {
        return new ProductDetails(
                id,
                slug,
                title,
                description,
                brand,
                brandSlug,
                way,
                options,
                variants,
                images,
                specs,
                tags,
                taxClass,
                ratingHundredths,
                ratingCount,
                publishedAt);
    }
}
