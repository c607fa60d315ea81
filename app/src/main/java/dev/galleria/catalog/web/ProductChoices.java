package dev.galleria.catalog.web;

import dev.galleria.catalog.ProductDetails;
import dev.galleria.catalog.ProductDetails.Option;
import dev.galleria.catalog.ProductDetails.Value;
import dev.galleria.catalog.ProductDetails.Variant;
import dev.galleria.platform.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a shopper chooses between, as links: each leads to the version that differs only in this choice, if there is one. */
final class ProductChoices {
    private final ProductDetails product;
    private final Variant chosen;
    private final String path;
    private final Locale locale;

    ProductChoices(ProductDetails product, Variant chosen, String path, Locale locale) {
        this.product = product;
        this.chosen = chosen;
        this.path = path;
        this.locale = locale;
    }

    /** One thing to choose, e.g. color; swatches is true when every value has a color to show. */
    public record Group(String code, String label, String current, boolean swatches, List<Choice> choices) {}

    /** One value: where it leads, how it looks, and what is to be said of it besides its name. */
    public record Choice(
            String label, @Nullable String swatch, String href, String style, @Nullable String mark, String note) {}

    List<Group> groups() {
        return product.options().stream().map(this::group).toList();
    }

    private Group group(Option option) {
        boolean swatches =
                !option.values().isEmpty() && option.values().stream().allMatch(value -> value.swatch() != null);
        var current = option.values().stream()
                .filter(value -> value.code().equals(chosen.choices().get(option.code())))
                .map(Value::label)
                .findFirst()
                .orElse("");
        var choices = option.values().stream()
                .filter(value -> nearest(option, value).isPresent())
                .map(value -> choice(option, value, swatches))
                .toList();
        return new Group(option.code(), option.label(), current, swatches, choices);
    }

    private Choice choice(Option option, Value value, boolean swatches) {
        var exact = exact(option, value);
        boolean current = value.code().equals(chosen.choices().get(option.code()));
        boolean there = exact.filter(Variant::inStock).isPresent();
        var style = swatches ? "swatch" : "option";
        var note = exact.isEmpty() ? Texts.of(locale, "product.otherwise") : Texts.of(locale, "product.soldOut");
        return new Choice(
                value.label(),
                value.swatch(),
                path + "?v="
                        + URLEncoder.encode(
                                exact.or(() -> nearest(option, value))
                                        .orElseThrow()
                                        .sku(),
                                StandardCharsets.UTF_8)
                        + "#choose",
                there ? style : style + " " + style + "--out",
                current ? "true" : null,
                there ? "" : note);
    }

    /** The version that differs from the chosen one in nothing else. */
    private Optional<Variant> exact(Option option, Value value) {
        Map<String, String> wanted = new HashMap<>(chosen.choices());
        wanted.put(option.code(), value.code());
        return product.variant(wanted);
    }

    /** Any version with that value, one in stock if there is one. */
    private Optional<Variant> nearest(Option option, Value value) {
        var having = product.variants().stream()
                .filter(variant -> value.code().equals(variant.choices().get(option.code())))
                .toList();
        return having.stream().filter(Variant::inStock).findFirst().or(() -> having.stream()
                .findFirst());
    }
}
