package dev.galleria.catalog.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product with all that belongs to it, but its offers. Category and brand by slug, texts by language tag. */
public record ImportedProduct(
        String slug,
        String category,
        @Nullable String brand,
        String taxClass,
        List<String> tags,
        Instant publishedAt,
        long ratingSum,
        int ratingCount,
        Map<String, String> titles,
        Map<String, String> descriptions,
        List<Option> options,
        List<Value> facts,
        List<Image> images,
        List<Variant> variants) {

    /** What a shopper chooses between, with the choices that this product has. */
    public record Option(String code, Map<String, String> labels, List<Choice> choices) {}

    /** One choice; the swatch is a color such as {@code #27406b}. */
    public record Choice(String code, Map<String, String> labels, @Nullable String swatch) {}

    /** An attribute's value: the one of the five that the attribute's kind asks for. */
    public record Value(
            String attribute,
            @Nullable String choice,
            @Nullable Map<String, String> texts,
            @Nullable BigDecimal number,
            @Nullable Boolean flag,
            @Nullable LocalDate date) {}

    /** A picture and its alternative texts. */
    public record Image(String key, Map<String, String> alts) {}

    /** One choosable form: choices map option codes to choice codes. */
    public record Variant(
            String sku,
            @Nullable String gtin,
            Map<String, String> choices,
            int weightGrams,
            @Nullable String imageKey) {}
}
