package dev.galleria.exchange;

import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.ProductDraft;
import java.util.Map;

/** Finds the row and the column that a fault in a draft comes from. */
final class Places {
    private static final Map<String, String> OF_PRODUCT = Map.of(
            "slug",
            "product",
            "category",
            "category",
            "brand",
            "brand",
            "type",
            "type",
            "tags",
            "tags",
            "taxClass",
            "tax_class",
            "state",
            "status",
            "publishedAt",
            "published",
            "variants",
            "sku");

    private static final Map<String, String> OF_OFFER = Map.of(
            "price",
            "price",
            "listPrice",
            "list_price",
            "sale",
            "sale_price",
            "handlingDays",
            "handling_days",
            "seller",
            "seller");

    private static final Map<String, String> OF_VARIANT =
            Map.of("sku", "sku", "gtin", "gtin", "weightGrams", "weight_g", "choices", "option1_value", "id", "sku");

    private final Scene scene;
    private final ProductMerge merge;
    private final ProductDraft draft;

    Places(Scene scene, ProductMerge merge, ProductDraft draft) {
        this.scene = scene;
        this.merge = merge;
        this.draft = draft;
    }

    void add(Fault fault) {
        var steps = fault.pointer().split("/");
        var values = fault.values().toArray();
        var part = steps.length > 1 ? steps[1] : "";
        switch (part) {
            case "variants" -> ofVariant(steps, fault, values);
            case "texts" -> {
                var locale = steps.length > 2 ? steps[2] : scene.own();
                var name = steps.length > 3 ? steps[3] : "title";
                common(name + (locale.equals(scene.own()) ? "" : "_" + locale), fault, values);
            }
            case "attributes" -> {
                var known = steps.length > 2
                        ? draft.attributes().get(Integer.parseInt(steps[2])).attribute()
                        : null;
                common(
                        known == null ? "attribute." + String.join("", fault.values()) : "attribute." + known,
                        fault,
                        values);
            }
            case "options" -> {
                int option = steps.length > 2 ? Integer.parseInt(steps[2]) + 1 : 1;
                boolean value = steps.length > 3 && steps[3].equals("values");
                common("option" + option + (value ? "_value" : "_name"), fault, values);
            }
            default -> common(OF_PRODUCT.getOrDefault(part, part), fault, values);
        }
    }

    private void common(String column, Fault fault, Object... values) {
        merge.findings().add(merge.findings().where(column), column, fault.code(), values);
    }

    private void ofVariant(String[] steps, Fault fault, Object... values) {
        if (steps.length < 4) {
            common("sku", fault, values);
            return;
        }
        var variant = draft.variants().get(Integer.parseInt(steps[2]));
        if (!steps[3].equals("offers") || steps.length < 5) {
            merge.findings()
                    .add(
                            merge.rowOfSku(variant.sku()),
                            OF_VARIANT.getOrDefault(steps[3], steps[3]),
                            fault.code(),
                            values);
            return;
        }
        var seller = variant.offers().get(Integer.parseInt(steps[4])).seller();
        var part = steps.length > 5 ? steps[5] : "seller";
        var column = OF_OFFER.getOrDefault(part, part);
        if (part.equals("sale") && steps.length > 6) {
            column = steps[6].equals("from") ? "sale_start" : steps[6].equals("until") ? "sale_end" : "sale_price";
        }
        merge.findings().add(merge.rowOfOffer(variant.sku(), seller), column, fault.code(), values);
    }
}
