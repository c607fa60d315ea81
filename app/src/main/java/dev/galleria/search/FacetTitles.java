package dev.galleria.search;

import dev.galleria.catalog.Brand;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryPage;
import dev.galleria.catalog.PriceSpan;
import dev.galleria.seller.Seller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts what was counted into the shopper's words. */
@ApplicationScoped
class FacetTitles {
    private static final int MOST = 30;

    @Inject
    Catalog catalog;

    @Inject
    FacetCounts steps;

    @Inject
    SellerFacts sellers;

    Facets of(Counts counts, Filter filter, Optional<CategoryPage> category, Locale locale) {
        var filters = filter.query().filters();
        return new Facets(
                categories(counts, category, locale),
                brands(counts, filter, locale),
                sellers(counts, filter),
                prices(counts, filter),
                IntStream.range(0, FacetCounts.STARS.size())
                        .mapToObj(i -> new Facets.Stars(
                                FacetCounts.STARS.get(i),
                                counts.stars().get(i),
                                filters.minStars() == FacetCounts.STARS.get(i)))
                        .filter(stars -> stars.count() > 0 || stars.chosen())
                        .toList(),
                counts.inStock(),
                new FactFacets(catalog.facts(locale), filters.facts()).of(counts));
    }

    /** The next level down: children of the chosen category, or the tree's first level. */
    private List<Facets.Choice> categories(Counts counts, Optional<CategoryPage> category, Locale locale) {
        return category.map(CategoryPage::children).orElseGet(() -> catalog.tree(locale)).stream()
                .map(node -> new Facets.Choice(
                        node.slug(),
                        node.title(),
                        null,
                        counts.categories().getOrDefault(node.id().value().toString(), 0L),
                        false))
                .filter(choice -> choice.count() > 0)
                .toList();
    }

    private List<Facets.Choice> brands(Counts counts, Filter filter, Locale locale) {
        var names = catalog.brands(locale).stream().collect(Collectors.toMap(Brand::slug, Brand::name));
        var chosen = filter.query().filters().brands();
        return top(Stream.concat(counts.brands().keySet().stream(), chosen.stream())
                .distinct()
                .filter(names::containsKey)
                .map(slug -> new Facets.Choice(
                        slug, names.get(slug), null, counts.brands().getOrDefault(slug, 0L), chosen.contains(slug))));
    }

    private List<Facets.Choice> sellers(Counts counts, Filter filter) {
        var known = sellers.all().stream()
                .collect(Collectors.toMap(seller -> seller.id().value().toString(), seller -> seller));
        var chosen = filter.query().filters().sellers();
        return top(known.entrySet().stream()
                .map(entry -> seller(entry, counts, chosen))
                .filter(choice -> choice.count() > 0 || choice.chosen()));
    }

    private static Facets.Choice seller(Map.Entry<String, Seller> entry, Counts counts, Set<String> chosen) {
        var seller = entry.getValue();
        return new Facets.Choice(
                seller.slug(),
                seller.name(),
                null,
                counts.sellers().getOrDefault(entry.getKey(), 0L),
                chosen.contains(seller.slug()));
    }

    private static List<Facets.Choice> top(Stream<Facets.Choice> choices) {
        return choices.sorted(Comparator.comparing(Facets.Choice::chosen)
                        .thenComparing(Facets.Choice::count)
                        .reversed()
                        .thenComparing(Facets.Choice::title))
                .limit(MOST)
                .toList();
    }

    private List<Facets.PriceRange> prices(Counts counts, Filter filter) {
        var chosen = filter.query().filters().prices();
        var ranges = steps.prices(filter);
        var shown = new ArrayList<Facets.PriceRange>();
        for (int i = 0; i < ranges.size(); i++) {
            var from =
                    ranges.get(i).lowerBoundValue().filter(bound -> bound > 0).orElse(null);
            var to = ranges.get(i).upperBoundValue().orElse(null);
            // A listing's upper end is included, a range's is not.
            var mine = chosen.contains(new PriceSpan(from, to == null ? null : Long.valueOf(to - 1)));
            if (counts.prices().get(i) > 0 || mine) {
                shown.add(new Facets.PriceRange(from, to, counts.prices().get(i), mine));
            }
        }
        return shown;
    }
}
