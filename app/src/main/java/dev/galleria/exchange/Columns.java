package dev.galleria.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The columns of this marketplace's files. {@code title} is in its own language, {@code title_de} in another;
 * {@code attribute.<code>} is an attribute, {@code stock.<code>} what lies in one of several warehouses.
 */
public final class Columns {
    static final int OPTIONS = 3;

    /** Headers of Shopify's product files (help.shopify.com, "Using CSV files to import and export products"). */
    private static final Map<String, String> SHOPIFY = Map.ofEntries(
            Map.entry("handle", "product"),
            Map.entry("title", "title"),
            Map.entry("body (html)", "description_html"),
            Map.entry("vendor", "brand"),
            Map.entry("product category", "category"),
            Map.entry("type", "type"),
            Map.entry("tags", "tags"),
            Map.entry("published", "published"),
            Map.entry("status", "status"),
            Map.entry("option1 name", "option1_name"),
            Map.entry("option1 value", "option1_value"),
            Map.entry("option2 name", "option2_name"),
            Map.entry("option2 value", "option2_value"),
            Map.entry("option3 name", "option3_name"),
            Map.entry("option3 value", "option3_value"),
            Map.entry("variant sku", "sku"),
            Map.entry("variant grams", "weight_g"),
            Map.entry("variant inventory qty", "stock"),
            Map.entry("variant price", "price"),
            Map.entry("variant compare at price", "compare_at_price"),
            Map.entry("variant barcode", "gtin"));

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("handle", "product"),
            Map.entry("slug", "product"),
            Map.entry("name", "title"),
            Map.entry("vendor", "brand"),
            Map.entry("manufacturer", "brand"),
            Map.entry("ean", "gtin"),
            Map.entry("barcode", "gtin"),
            Map.entry("weight", "weight_g"),
            Map.entry("quantity", "stock"),
            Map.entry("qty", "stock"),
            Map.entry("state", "status"),
            Map.entry("compare at price", "compare_at_price"));

    private final Set<String> all = new LinkedHashSet<>();
    private final List<String> exported;

    Columns(List<String> locales, List<String> attributes, Set<String> texts, List<String> warehouses) {
        all.addAll(List.of("product", "seller", "sku", "title"));
        var others = locales.subList(1, locales.size());
        others.forEach(locale -> all.add("title_" + locale));
        all.add("description");
        others.forEach(locale -> all.add("description_" + locale));
        all.addAll(List.of("category", "brand", "type", "status", "published", "tags", "tax_class"));
        for (int option = 1; option <= OPTIONS; option++) {
            for (var part : List.of("_name", "_value")) {
                var column = "option" + option + part;
                all.add(column);
                others.forEach(locale -> all.add(column + "_" + locale));
            }
            all.add("option" + option + "_swatch");
        }
        all.addAll(List.of("gtin", "weight_g", "price", "list_price", "sale_price", "sale_start", "sale_end"));
        all.addAll(List.of("handling_days", "active"));
        if (warehouses.size() <= 1) {
            all.add("stock");
        } else {
            warehouses.forEach(code -> all.add("stock." + code));
        }
        for (var code : attributes) {
            all.add("attribute." + code);
            if (texts.contains(code)) {
                others.forEach(locale -> all.add("attribute." + code + "." + locale));
            }
        }
        exported = List.copyOf(all);
        all.addAll(List.of("stock", "description_html", "compare_at_price"));
    }

    /** What an export has, in its order; the template's header. */
    List<String> exported() {
        return exported;
    }

    /** What a column of a file may be taken for. */
    List<String> all() {
        return List.copyOf(all);
    }

    boolean knows(String name) {
        return all.contains(name);
    }

    /** Whether that is the header of one of Shopify's files. */
    static boolean isShopify(List<String> header) {
        var names = header.stream().map(Columns::small).toList();
        return names.contains("handle") && (names.contains("variant price") || names.contains("variant sku"));
    }

    /** What each column is, as far as its name tells; no name twice. */
    List<String> guess(List<String> header) {
        boolean shopify = isShopify(header);
        var taken = new LinkedHashSet<String>();
        var guessed = new ArrayList<String>();
        var names = new HashMap<String, String>();
        all.forEach(name -> names.put(small(name), name));
        for (var title : header) {
            var name = small(title);
            var guess = shopify
                    ? SHOPIFY.getOrDefault(name, "")
                    : names.getOrDefault(
                            name, names.getOrDefault(name.replace(' ', '_'), OTHERS.getOrDefault(name, "")));
            guessed.add(!guess.isEmpty() && taken.add(guess) ? guess : "");
        }
        return guessed;
    }

    private static String small(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
