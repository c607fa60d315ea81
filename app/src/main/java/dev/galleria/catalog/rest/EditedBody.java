package dev.galleria.catalog.rest;

import dev.galleria.catalog.editing.EditedProduct;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.PublicId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product as its editor reads it; sent back as it is, it changes nothing. */
@Schema(name = "EditedBody")
public record EditedBody(
        String id,
        @Nullable String owner,
        String createdAt,
        String changedAt,
        @Nullable String slug,
        String state,
        @Nullable String publishedAt,
        Map<String, ProductDraft.Words> texts,
        String category,
        @Nullable String brand,
        @Nullable String type,
        List<String> tags,
        String taxClass,
        List<Value> attributes,
        List<ProductDraft.Option> options,
        List<Variant> variants,
        List<ProductDraft.Picture> pictures) {

    public record Value(
            String attribute,
            @Nullable String choice,
            @Nullable Map<String, String> texts,
            @Nullable BigDecimal number,
            @Nullable String unit,
            @Nullable Boolean flag,
            @Nullable String date) {
        private static Value of(ProductDraft.Value value) {
            return new Value(
                    value.attribute(),
                    value.choice(),
                    value.texts(),
                    value.number(),
                    value.unit(),
                    value.flag(),
                    value.date() == null ? null : value.date().toString());
        }
    }

    @Schema(name = "EditedVariant")
    public record Variant(
            @Nullable String id,
            String sku,
            @Nullable String gtin,
            Map<String, String> choices,
            int weightGrams,
            @Nullable String imageKey,
            List<Offer> offers) {
        static Variant of(ProductDraft.Variant variant) {
            return new Variant(
                    variant.id() == null ? null : PublicId.of(variant.id()),
                    variant.sku(),
                    variant.gtin(),
                    variant.choices(),
                    variant.weightGrams(),
                    variant.imageKey(),
                    variant.offers() == null
                            ? List.of()
                            : variant.offers().stream().map(Offer::of).toList());
        }
    }

    public record Offer(
            @Nullable String seller,
            MoneyBody price,
            @Nullable MoneyBody listPrice,
            OfferBody.@Nullable SaleBody sale,
            int handlingDays,
            boolean active) {
        private static Offer of(ProductDraft.Offer offer) {
            var terms = offer.terms();
            return new Offer(
                    offer.seller() == null ? null : PublicId.of(offer.seller()),
                    MoneyBody.of(terms.price()),
                    MoneyBody.orNull(terms.listPrice()),
                    OfferBody.SaleBody.of(terms.sale()),
                    terms.handlingDays(),
                    terms.active());
        }
    }

    static EditedBody of(EditedProduct product) {
        var content = product.content();
        return new EditedBody(
                PublicId.of(product.id()),
                product.owner() == null ? null : PublicId.of(product.owner()),
                product.createdAt().toString(),
                product.changedAt().toString(),
                content.slug(),
                String.valueOf(content.state()),
                content.publishedAt() == null ? null : content.publishedAt().toString(),
                content.texts(),
                content.category(),
                content.brand(),
                content.type(),
                content.tags(),
                content.taxClass(),
                content.attributes().stream().map(Value::of).toList(),
                content.options(),
                content.variants().stream().map(Variant::of).toList(),
                content.pictures());
    }
}
