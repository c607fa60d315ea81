package dev.galleria.demo;

import dev.galleria.catalog.Fact;
import dev.galleria.catalog.imports.ImportedAttribute;
import dev.galleria.catalog.imports.ImportedBrand;
import dev.galleria.catalog.imports.ImportedCategory;
import dev.galleria.catalog.imports.ImportedOffer;
import dev.galleria.catalog.imports.ImportedProduct;
import dev.galleria.platform.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A marketplace's files as the catalog imports them. */
final class DemoCatalog {
    private static final String COLOR = "color";

    private final MarketplaceFiles files;
    private final Days days;
    private final Map<String, Yaml> options;
    private final Map<String, Fact.Kind> kinds;

    DemoCatalog(MarketplaceFiles files, Days days) {
        this.files = files;
        this.days = days;
        options = files.settings().maps("options").stream()
                .collect(Collectors.toMap(option -> option.text("code"), Function.identity()));
        kinds = files.settings().maps("attributes").stream()
                .collect(Collectors.toMap(
                        attribute -> attribute.text("code"), attribute -> Fact.Kind.valueOf(attribute.text("kind"))));
    }

    List<ImportedCategory> categories() {
        return files.rows("categories").stream()
                .map(row -> new ImportedCategory(
                        row.text("slug"),
                        row.textOrNull("parent"),
                        row.number("position"),
                        row.textOrNull("image"),
                        row.texts("title"),
                        row.texts("description")))
                .toList();
    }

    List<ImportedBrand> brands() {
        return files.rows("brands").stream()
                .map(row -> new ImportedBrand(
                        row.text("slug"),
                        row.text("name"),
                        row.textOrNull("country"),
                        row.numberOrNull("founded"),
                        row.textOrNull("image"),
                        row.texts("description")))
                .toList();
    }

    List<ImportedAttribute> attributes() {
        var attributes = new ArrayList<ImportedAttribute>();
        for (var attribute : files.settings().maps("attributes")) {
            attributes.add(new ImportedAttribute(
                    attribute.text("code"),
                    Fact.Kind.valueOf(attribute.text("kind")),
                    attribute.textOrNull("unit"),
                    attribute.flag("filterable"),
                    attributes.size() + 1,
                    attribute.texts("labels"),
                    attribute.maps("choices").stream()
                            .map(choice -> new ImportedAttribute.Choice(choice.text("code"), choice.texts("labels")))
                            .toList()));
        }
        return attributes;
    }

    /** In parts of at most so many. */
    void products(int size, Consumer<List<ImportedProduct>> work) {
        Map<String, List<Row>> variants = new HashMap<>();
        files.each("variants", row -> variants.computeIfAbsent(row.text("handle"), handle -> new ArrayList<>())
                .add(row));
        var parts = new Parts<>(size, work);
        files.each("products", row -> {
            var own = variants.remove(row.text("handle"));
            parts.accept(product(row, own == null ? List.of() : own));
        });
        parts.finish();
    }

    /** In parts of at most so many. */
    void offers(int size, Consumer<List<ImportedOffer>> work) {
        var parts = new Parts<>(size, work);
        files.each("offers", row -> parts.accept(offer(row)));
        parts.finish();
    }

    private ImportedOffer offer(Row row) {
        var from = row.numberOrNull("sale_from_days");
        var to = row.numberOrNull("sale_to_days");
        return new ImportedOffer(
                row.offer(),
                row.amount("price"),
                row.amountOrNull("list_price"),
                row.amountOrNull("sale_price"),
                from == null ? null : days.start(from),
                to == null ? null : days.start(to + 1),
                row.number("handling_days"));
    }

    private ImportedProduct product(Row row, List<Row> rows) {
        var codes = row.words("options");
        var variants = rows.stream().map(variant -> variant(variant, codes)).toList();
        var titles = row.texts("title");
        return new ImportedProduct(
                row.text("handle"),
                row.text("category"),
                row.textOrNull("brand"),
                row.text("tax_class"),
                row.words("tags"),
                days.ago(row.number("published_days_ago")),
                row.number("rating_sum"),
                row.number("rating_count"),
                titles,
                row.texts("description"),
                codes.stream().map(code -> option(code, variants)).toList(),
                facts(row),
                row.words("images").stream()
                        .map(key -> new ImportedProduct.Image(key, alts(key, titles, variants)))
                        .toList(),
                variants);
    }

    private static ImportedProduct.Variant variant(Row row, List<String> codes) {
        var choices = new LinkedHashMap<String, String>();
        var values = row.words("values");
        for (int i = 0; i < codes.size(); i++) {
            choices.put(codes.get(i), values.get(i));
        }
        return new ImportedProduct.Variant(
                row.text("sku"), row.textOrNull("gtin"), choices, row.number("weight_grams"), row.textOrNull("image"));
    }

    /** Only the choices that the product's variants have, in the marketplace's order. */
    private ImportedProduct.Option option(String code, List<ImportedProduct.Variant> variants) {
        var option = known(code);
        var used = variants.stream().map(variant -> variant.choices().get(code)).collect(Collectors.toSet());
        return new ImportedProduct.Option(
                code,
                option.texts("names"),
                option.maps("values").stream()
                        .filter(value -> used.contains(value.text("code")))
                        .map(value -> new ImportedProduct.Choice(
                                value.text("code"), value.texts("labels"), value.textOrNull("swatch")))
                        .toList());
    }

    private List<ImportedProduct.Value> facts(Row row) {
        Map<?, ?> values = Json.read(row.text("attributes"), Map.class);
        return values.entrySet().stream()
                .map(entry -> fact(String.valueOf(entry.getKey()), entry.getValue()))
                .toList();
    }

    private ImportedProduct.Value fact(String code, Object value) {
        var kind = kinds.get(code);
        if (kind == null) {
            throw new IllegalStateException("tenant.yaml has no attribute " + code);
        }
        return switch (kind) {
            case NUMBER ->
                new ImportedProduct.Value(code, null, null, new BigDecimal(String.valueOf(value)), null, null);
            case FLAG -> new ImportedProduct.Value(code, null, null, null, (Boolean) value, null);
            case DATE ->
                new ImportedProduct.Value(code, null, null, null, null, LocalDate.parse(String.valueOf(value)));
            case TEXT -> new ImportedProduct.Value(code, null, texts((Map<?, ?>) value), null, null, null);
            case CHOICE, OPTION -> new ImportedProduct.Value(code, String.valueOf(value), null, null, null, null);
        };
    }

    private static Map<String, String> texts(Map<?, ?> values) {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((locale, text) -> texts.put(String.valueOf(locale), String.valueOf(text)));
        return texts;
    }

    /** The title, with the color where the picture is that of variants of one color. */
    private Map<String, String> alts(String key, Map<String, String> titles, List<ImportedProduct.Variant> variants) {
        var shown = variants.stream()
                .filter(variant -> key.equals(variant.imageKey()))
                .map(variant -> variant.choices().get(COLOR))
                .collect(Collectors.toSet());
        var color = shown.size() == 1 ? shown.iterator().next() : null;
        var alts = new LinkedHashMap<String, String>();
        titles.forEach(
                (locale, title) -> alts.put(locale, color == null ? title : title + ", " + label(color, locale)));
        return alts;
    }

    private @Nullable String label(String color, String locale) {
        return known(COLOR).maps("values").stream()
                .filter(value -> value.text("code").equals(color))
                .map(value -> value.texts("labels").get(locale))
                .findFirst()
                .orElse(color);
    }

    private Yaml known(String option) {
        var found = options.get(option);
        if (found == null) {
            throw new IllegalStateException("tenant.yaml has no option " + option);
        }
        return found;
    }
}
