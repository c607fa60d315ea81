package dev.galleria.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the found products have in common, with counts. Each facet's counts ignore its own choice, so that another can be seen. */
public record Facets(
        List<Choice> categories, List<Choice> brands, List<PriceRange> prices, List<Stars> stars, long inStock) {

    /** Of an index that cannot be asked. */
    public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of(), 0);

    /** A value by its slug, as shown, with the number of products that have it. */
    public record Choice(String slug, String title, long count, boolean chosen) {}

    /** Prices in minor units from one (included) to another (not included); null is open. */
    public record PriceRange(@Nullable Long from, @Nullable Long to, long count, boolean chosen) {}

    /** Products of at least so many stars. */
    public record Stars(int atLeast, long count, boolean chosen) {}
}
