package dev.galleria.search;

import dev.galleria.catalog.ProductSummary;
import java.util.List;

/**
 * What a shopper may be about to type.
 *
 * @param words to search for
 */
public record Suggestions(
        List<String> words, List<Place> categories, List<Place> brands, List<ProductSummary> products) {

    /** Nothing comes to mind. */
    public static final Suggestions NONE = new Suggestions(List.of(), List.of(), List.of(), List.of());

    /** A department or a brand. */
    public record Place(String slug, String title) {}

    public boolean isEmpty() {
        return words.isEmpty() && categories.isEmpty() && brands.isEmpty() && products.isEmpty();
    }
}
