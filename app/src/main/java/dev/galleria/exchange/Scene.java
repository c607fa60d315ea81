package dev.galleria.exchange;

import dev.galleria.catalog.editing.BulkWords;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file is read against.
 *
 * @param locales language tags, the marketplace's own first
 * @param category for new products that name none
 * @param seller for rows that name none
 * @param warehouses codes, the one that {@code stock} means first
 */
record Scene(
        Editor editor,
        List<String> locales,
        Currency currency,
        BulkWords words,
        Map<String, SellerId> sellers,
        Map<SellerId, String> slugs,
        @Nullable String category,
        @Nullable SellerId seller,
        List<String> warehouses,
        Columns columns,
        Instant now) {

    String own() {
        return locales.get(0);
    }

    List<String> others() {
        return locales.subList(1, locales.size());
    }

    /** The warehouse that a column of stock means. */
    String warehouse(String column) {
        return column.equals("stock") ? warehouses.get(0) : column.substring("stock.".length());
    }
}
