package dev.galleria.exchange;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.OfferTerms;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.seller.SellerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Writes products as rows: one for each variant and seller, in the columns of {@link Columns#exported}. */
final class Sheet {
    /** A row to be; cells by column, empty ones left out. */
    record Line(String sku, @Nullable SellerId seller, Map<String, String> cells) {}

    /** How many lie there; negative for "not counted". */
    interface Stock extends ToIntFunction<Sheet.Spot> {}

    /** An offer's place in a warehouse. */
    record Spot(Shelf.Place place, String warehouse) {}

    private final Scene scene;
    private final Stock stock;

    Sheet(Scene scene, Stock stock) {
        this.scene = scene;
        this.stock = stock;
    }

    List<Line> lines(ProductId id, ProductDraft product) {
        var head = head(product);
        var lines = new ArrayList<Line>();
        for (var variant : product.variants()) {
            var cells = new LinkedHashMap<>(head);
            variant(cells, product, variant);
            var offers = variant.offers() == null ? List.<ProductDraft.Offer>of() : variant.offers();
            if (offers.isEmpty()) {
                lines.add(new Line(variant.sku(), null, cells));
            }
            offers.stream()
                    .sorted(java.util.Comparator.comparing(
                            offer -> scene.slugs().getOrDefault(offer.seller(), "")))
                    .forEach(offer -> lines.add(offered(id, variant.sku(), offer, cells)));
        }
        return lines;
    }

    private Line offered(ProductId id, String sku, ProductDraft.Offer offer, Map<String, String> variant) {
        var cells = new LinkedHashMap<>(variant);
        put(cells, "seller", scene.slugs().get(offer.seller()));
        terms(cells, offer.terms());
        for (var warehouse : scene.warehouses()) {
            int onHand = stock.applyAsInt(new Spot(new Shelf.Place(id, sku, offer.seller()), warehouse));
            if (onHand >= 0) {
                put(cells, scene.warehouses().size() == 1 ? "stock" : "stock." + warehouse, String.valueOf(onHand));
            }
        }
        return new Line(sku, offer.seller(), cells);
    }

    private Map<String, String> head(ProductDraft product) {
        var cells = new LinkedHashMap<String, String>();
        put(cells, "product", product.slug());
        product.texts().forEach((locale, text) -> {
            put(cells, "title" + suffix(locale), text.title());
            put(cells, "description" + suffix(locale), text.description());
        });
        put(cells, "category", product.category());
        put(cells, "brand", product.brand());
        put(cells, "type", product.type());
        put(
                cells,
                "status",
                product.state() == null ? null : product.state().name().toLowerCase(Locale.ROOT));
        put(
                cells,
                "published",
                product.publishedAt() == null ? null : product.publishedAt().toString());
        put(cells, "tags", Cells.list(product.tags()));
        put(cells, "tax_class", product.taxClass());
        product.attributes().forEach(value -> attribute(cells, value));
        return cells;
    }

    private void attribute(Map<String, String> cells, ProductDraft.Value value) {
        var column = "attribute." + value.attribute();
        put(cells, column, value.choice());
        if (value.number() != null) {
            put(cells, column, OfferMerge.plain(value.number()));
        }
        put(cells, column, value.flag() == null ? null : value.flag().toString());
        put(cells, column, value.date() == null ? null : value.date().toString());
        if (value.texts() != null) {
            value.texts()
                    .forEach((locale, text) ->
                            put(cells, locale.equals(scene.own()) ? column : column + "." + locale, text));
        }
    }

    private void variant(Map<String, String> cells, ProductDraft product, ProductDraft.Variant variant) {
        for (int i = 0; i < product.options().size(); i++) {
            var option = product.options().get(i);
            var prefix = "option" + (i + 1);
            labels(cells, prefix + "_name", option.labels(), option.code());
            option.values().stream()
                    .filter(value -> value.code().equals(variant.choices().get(option.code())))
                    .forEach(value -> {
                        labels(cells, prefix + "_value", value.labels(), value.code());
                        put(cells, prefix + "_swatch", value.swatch());
                    });
        }
        put(cells, "sku", variant.sku());
        put(cells, "gtin", variant.gtin());
        put(cells, "weight_g", String.valueOf(variant.weightGrams()));
    }

    private void labels(Map<String, String> cells, String column, Map<String, String> labels, String code) {
        labels.forEach((locale, label) -> put(cells, column + suffix(locale), label));
        cells.putIfAbsent(column, code);
    }

    private static void terms(Map<String, String> cells, OfferTerms terms) {
        put(cells, "price", OfferMerge.plain(terms.price()));
        put(cells, "list_price", terms.listPrice() == null ? null : OfferMerge.plain(terms.listPrice()));
        var sale = terms.sale();
        if (sale != null) {
            put(cells, "sale_price", OfferMerge.plain(sale.price()));
            put(cells, "sale_start", sale.from().toString());
            put(cells, "sale_end", sale.until().toString());
        }
        put(cells, "handling_days", String.valueOf(terms.handlingDays()));
        put(cells, "active", String.valueOf(terms.active()));
    }

    private String suffix(String locale) {
        return locale.equals(scene.own()) ? "" : "_" + locale;
    }

    private static void put(Map<String, String> cells, String column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            cells.put(column, text);
        }
    }
}
