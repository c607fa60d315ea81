package dev.galleria.search;

import dev.galleria.catalog.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the found products have in common, with counts. Each facet's counts ignore its own choice, so that another can be seen. */
public record Facets(
        List<Choice> categories,
        List<Choice> brands,
        List<Choice> sellers,
        List<PriceRange> prices,
        List<Stars> stars,
        long inStock,
        List<OfFact> facts) {

    /** Of an index that cannot be asked. */
    public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), 0, List.of());

    /** A value as an address has it and as shown, with the number of products that have it; the swatch is a color. */
    public record Choice(String slug, String title, @Nullable String swatch, long count, boolean chosen) {}

    /** Prices in minor units from one (included) to another (not included); null is open. */
    public record PriceRange(@Nullable Long from, @Nullable Long to, long count, boolean chosen) {}

    /** Products of at least so many stars. */
    public record Stars(int atLeast, long count, boolean chosen) {}

    /** A property or option of the products; numbers have no titles but ranges ({@code 10..20}) or single values. */
    public record OfFact(String code, String label, Fact.Kind kind, @Nullable String unit, List<Choice> choices) {}
}
