package dev.galleria.search.web;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.platform.Texts;
import dev.galleria.search.Facets;
import dev.galleria.search.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a listing is filtered by, choice by choice; following one gives that choice up. */
final class ListingChips {
    private final SearchQuery query;
    private final ListingAddress address;
    private final FacetLinks links;
    private final Facets facets;
    private final Locale locale;

    ListingChips(SearchQuery query, ListingAddress address, Facets facets, Locale locale) {
        this.query = query;
        this.address = address;
        this.facets = facets;
        this.locale = locale;
        this.links = new FacetLinks(query, address, locale);
    }

    /** Those besides department and the page's own brand. */
    List<FacetLink> of(boolean withBrands) {
        var chips = new ArrayList<FacetLink>();
        if (withBrands) {
            filters()
                    .brands()
                    .forEach(slug -> chips.add(chip(
                            title(facets.brands(), slug),
                            filters().withBrands(FacetLinks.toggled(filters().brands(), slug)))));
        }
        filters()
                .sellers()
                .forEach(slug -> chips.add(chip(
                        title(facets.sellers(), slug),
                        filters().withSellers(FacetLinks.toggled(filters().sellers(), slug)))));
        for (var span : filters().prices()) {
            var rest = new ArrayList<>(filters().prices());
            rest.remove(span);
            chips.add(chip(links.range(span.from(), open(span.to())), filters().withPrices(rest)));
        }
        filters().facts().forEach((code, values) -> values.forEach(value -> chips.add(fact(code, value))));
        if (filters().minStars() > 0) {
            chips.add(chip(
                    Texts.of(locale, "listing.stars", filters().minStars()),
                    filters().withMinStars(0)));
        }
        if (filters().inStock()) {
            chips.add(chip(Texts.of(locale, "listing.inStock"), filters().withInStock(false)));
        }
        return chips;
    }

    /** Also of a value or a fact that is not known (any more): it can be given up all the same. */
    private FacetLink fact(String code, String value) {
        var text = facets.facts().stream()
                .filter(fact -> fact.code().equals(code))
                .flatMap(fact -> fact.choices().stream()
                        .filter(choice -> choice.slug().equals(value))
                        .map(choice -> Texts.of(locale, "listing.fact", fact.label(), links.value(fact, choice))))
                .findFirst()
                .orElseGet(() -> Texts.of(locale, "listing.fact", code, value));
        return chip(
                text,
                filters().withFact(code, FacetLinks.toggled(filters().facts().get(code), value)));
    }

    private static String title(List<Facets.Choice> choices, String slug) {
        return choices.stream()
                .filter(choice -> choice.slug().equals(slug))
                .map(Facets.Choice::title)
                .findFirst()
                .orElse(slug);
    }

    /** The end of a range that is included, as one that is not: 24.99 is 25. */
    private static @Nullable Long open(@Nullable Long max) {
        return max == null || max % 10 != 9 ? max : Long.valueOf(max + 1);
    }

    private FacetLink chip(String text, ListingQuery without) {
        return new FacetLink(text, "", address.of(new SearchQuery(query.words(), without)), true, null);
    }

    private ListingQuery filters() {
        return query.filters();
    }
}
