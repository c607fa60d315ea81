package dev.galleria.search.web;

import dev.galleria.catalog.CategoryPage;
import dev.galleria.search.Facets;
import dev.galleria.search.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a listing can be narrowed, and by what it is: made once, as pages ask for it again and again. */
record Narrowing(List<FacetLink> categories, List<FacetGroup> groups, List<FacetLink> prices, List<FacetLink> chips) {
    static final Narrowing NONE = new Narrowing(List.of(), List.of(), List.of(), List.of());

    /** The category is the listing's own or the one that was chosen; {@code brands}: whether brands can be chosen. */
    static Narrowing of(
            SearchQuery query,
            ListingAddress address,
            Facets facets,
            @Nullable CategoryPage category,
            boolean brands,
            Locale locale) {
        var links = new FacetLinks(query, address, locale);
        var chips = new ArrayList<FacetLink>();
        if (category != null && address.place() != ListingAddress.Place.CATEGORY) {
            var without = new SearchQuery(query.words(), query.filters().withCategory(null));
            chips.add(new FacetLink(category.title(), "", address.of(without), true, null));
        }
        chips.addAll(new ListingChips(query, address, facets, locale).of(brands));
        return new Narrowing(
                links.categories(facets), links.groups(facets, brands), links.prices(facets), List.copyOf(chips));
    }
}
