package dev.galleria.journey;

import dev.galleria.harness.ShopBooks;
import java.util.List;
import java.util.stream.Collectors;

/** What a marketplace's people have written into its catalog and prices, without what is counted and gathered from it. */
final class CatalogPrint {
    private static final List<String> TABLES = List.of(
            "product",
            "product_text",
            "variant",
            "offer",
            "category",
            "brand",
            "product_type",
            "attribute",
            "collection",
            "price_list",
            "price_list_entry",
            "customer_group");

    private CatalogPrint() {}

    static String of(String slug) {
        var books = new ShopBooks(slug);
        return TABLES.stream().map(table -> table + ' ' + print(books, table)).collect(Collectors.joining("\n"));
    }

    private static String print(ShopBooks books, String table) {
        var rows = "SELECT to_jsonb(t) - '{built_at,due,products,image_key,in_stock}'::text[] AS t FROM \"" + table
                + "\" t";
        return books.text(
                "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM (" + rows
                        + ") t");
    }
}
