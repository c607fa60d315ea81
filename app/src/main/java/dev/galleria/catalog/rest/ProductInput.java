package dev.galleria.catalog.rest;

import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.OfferTerms;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.catalog.editing.ProductState;
import dev.galleria.platform.Money;
import dev.galleria.platform.rest.ReadOnly;
import dev.galleria.seller.SellerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product as a client writes it; see {@link ProductDraft} for what each field takes. */
@ReadOnly({"id", "owner", "createdAt", "changedAt"})
public record ProductInput(
        @Nullable String slug,
        @Nullable ProductState state,
        @Nullable Instant publishedAt,
        Map<String, Text> texts,
        String category,
        @Nullable String brand,
        @Nullable String type,
        @Nullable List<String> tags,
        @Nullable String taxClass,
        @Nullable List<Value> attributes,
        @Nullable List<Option> options,
        List<Variant> variants,
        @Nullable List<Picture> pictures) {

    public record Text(String title, @Nullable String description) {}

    /** The value that the attribute's kind asks for. */
    public record Value(
            String attribute,
            @Nullable String choice,
            @Nullable Map<String, String> texts,
            @Nullable BigDecimal number,
            @Nullable String unit,
            @Nullable Boolean flag,
            @Nullable LocalDate date) {}

    public record Option(String code, Map<String, String> labels, List<Choice> values) {}

    public record Choice(String code, Map<String, String> labels, @Nullable String swatch) {}

    /** Without an id it is the variant of that SKU or of those choices, or a new one. */
    public record Variant(
            @Schema(type = SchemaType.STRING) @Nullable VariantId id,
            String sku,
            @Nullable String gtin,
            @Nullable Map<String, String> choices,
            @Nullable Integer weightGrams,
            @Nullable String imageKey,
            @Nullable List<Offer> offers) {}

    /** Without a seller it is the caller's own offer. */
    public record Offer(
            @Schema(type = SchemaType.STRING) @Nullable SellerId seller,
            @Schema(ref = "MoneyBody") Money price,
            @Schema(ref = "MoneyBody") @Nullable Money listPrice,
            @Nullable Sale sale,
            @Nullable Integer handlingDays,
            @Nullable Boolean active) {

        private OfferTerms terms() {
            return OfferBody.terms(price, listPrice, sale, handlingDays, active);
        }
    }

    public record Sale(@Schema(ref = "MoneyBody") Money price, Instant from, Instant until) {}

    public record Picture(String key, @Nullable Map<String, String> alts) {}

    ProductDraft draft() {
        var words = new LinkedHashMap<String, ProductDraft.Words>();
        texts.forEach((locale, text) -> words.put(
                locale, new ProductDraft.Words(text.title(), Objects.requireNonNullElse(text.description(), ""))));
        return new ProductDraft(
                slug,
                state,
                publishedAt,
                words,
                category,
                brand,
                type,
                Objects.requireNonNullElse(tags, List.of()),
                Objects.requireNonNullElse(taxClass, "standard"),
                each(attributes)
                        .map(value -> new ProductDraft.Value(
                                value.attribute(),
                                value.choice(),
                                value.texts(),
                                value.number(),
                                value.unit(),
                                value.flag(),
                                value.date()))
                        .toList(),
                each(options).map(ProductInput::option).toList(),
                variants.stream().map(ProductInput::variant).toList(),
                each(pictures)
                        .map(picture -> new ProductDraft.Picture(
                                picture.key(), Objects.requireNonNullElse(picture.alts(), Map.of())))
                        .toList());
    }

    private static ProductDraft.Option option(Option option) {
        return new ProductDraft.Option(
                option.code(),
                option.labels(),
                option.values().stream()
                        .map(value -> new ProductDraft.Choice(value.code(), value.labels(), value.swatch()))
                        .toList());
    }

    static ProductDraft.Variant variant(Variant variant) {
        return new ProductDraft.Variant(
                variant.id(),
                variant.sku(),
                variant.gtin(),
                Objects.requireNonNullElse(variant.choices(), Map.of()),
                Objects.requireNonNullElse(variant.weightGrams(), 0),
                variant.imageKey(),
                variant.offers() == null
                        ? null
                        : variant.offers().stream()
                                .map(offer -> new ProductDraft.Offer(offer.seller(), offer.terms()))
                                .toList());
    }

    private static <T> Stream<T> each(@Nullable List<T> items) {
        return items == null ? Stream.of() : items.stream();
    }
}
