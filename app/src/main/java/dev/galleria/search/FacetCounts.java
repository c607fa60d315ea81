package dev.galleria.search;

import dev.galleria.catalog.Brand;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryNode;
import dev.galleria.catalog.CategoryPage;
import dev.galleria.platform.Money;
import dev.galleria.search.Facets.Choice;
import dev.galleria.search.Facets.PriceRange;
import dev.galleria.search.Facets.Stars;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.data.Range;
import org.hibernate.search.util.common.data.RangeBoundInclusion;

/** Counts what the found products have in common. */
@ApplicationScoped
class FacetCounts {
    private static final int MOST_BRANDS = 30;
    private static final long[] PRICE_STEPS = {0, 10, 25, 50, 100, 200, 500, 1000};

    @Inject
    Catalog catalog;

    @Inject
    Tenancy tenancy;

    Facets of(SearchSession session, Filter filter, Optional<CategoryPage> category, Locale locale) {
        return new Facets(
                categories(session, filter, category, locale),
                brands(session, filter, locale),
                prices(session, filter),
                stars(session, filter),
                inStock(session, filter));
    }

    /** The next level down: children of the chosen category, or the tree's first level. */
    private List<Choice> categories(
            SearchSession session, Filter filter, Optional<CategoryPage> category, Locale locale) {
        var nodes = category.map(CategoryPage::children).orElseGet(() -> catalog.tree(locale));
        if (nodes.isEmpty()) {
            return List.of();
        }
        var key = AggregationKey.<Map<String, Long>>of("categories");
        var found = session.search(ProductDocument.class)
                .where(make -> filter.without(make, Filter.Part.NOTHING))
                .aggregation(
                        key,
                        make -> make.terms().field("category", String.class).maxTermCount(1000))
                .fetch(0)
                .aggregation(key);
        return nodes.stream()
                .map(node -> choice(node, found.getOrDefault(node.id().value().toString(), 0L)))
                .filter(choice -> choice.count() > 0)
                .toList();
    }

    private static Choice choice(CategoryNode node, long count) {
        return new Choice(node.slug(), node.title(), count, false);
    }

    private List<Choice> brands(SearchSession session, Filter filter, Locale locale) {
        var key = AggregationKey.<Map<String, Long>>of("brands");
        var found = session.search(ProductDocument.class)
                .where(make -> filter.without(make, Filter.Part.BRAND))
                .aggregation(
                        key,
                        make -> make.terms().field("brandSlug", String.class).maxTermCount(MOST_BRANDS))
                .fetch(0)
                .aggregation(key);
        var names = catalog.brands(locale).stream().collect(Collectors.toMap(Brand::slug, Function.identity()));
        var chosen = filter.query().filters().brand();
        return found.entrySet().stream()
                .filter(entry -> names.containsKey(entry.getKey()))
                .map(entry -> new Choice(
                        entry.getKey(),
                        names.get(entry.getKey()).name(),
                        entry.getValue(),
                        entry.getKey().equals(chosen)))
                .sorted(Comparator.comparing(Choice::count).reversed().thenComparing(Choice::title))
                .toList();
    }

    private List<PriceRange> prices(SearchSession session, Filter filter) {
        var ranges = ranges();
        var key = AggregationKey.<Map<Range<Long>, Long>>of("prices");
        var found = session.search(ProductDocument.class)
                .where(make -> filter.without(make, Filter.Part.PRICE))
                .aggregation(
                        key,
                        make -> make.range().field("priceMinor", Long.class).ranges(ranges))
                .fetch(0)
                .aggregation(key);
        var min = filter.query().filters().minPrice();
        var max = filter.query().filters().maxPrice();
        var shown = new ArrayList<PriceRange>();
        for (var range : ranges) {
            long count = found.getOrDefault(range, 0L);
            var from = range.lowerBoundValue().filter(bound -> bound > 0).orElse(null);
            var to = range.upperBoundValue().orElse(null);
            // A listing's upper end is included, a range's is not.
            var chosen = Objects.equals(min, from) && Objects.equals(max, to == null ? null : Long.valueOf(to - 1));
            if (count > 0 || chosen) {
                shown.add(new PriceRange(from, to, count, (min != null || max != null) && chosen));
            }
        }
        return shown;
    }

    private List<Range<Long>> ranges() {
        var currency = tenancy.current().currency();
        var ranges = new ArrayList<Range<Long>>();
        for (int i = 0; i < PRICE_STEPS.length; i++) {
            var from = Money.of(Long.toString(PRICE_STEPS[i]), currency.getCurrencyCode())
                    .minorUnits();
            var to = i + 1 == PRICE_STEPS.length
                    ? null
                    : Long.valueOf(Money.of(Long.toString(PRICE_STEPS[i + 1]), currency.getCurrencyCode())
                            .minorUnits());
            ranges.add(Range.between(from, RangeBoundInclusion.INCLUDED, to, RangeBoundInclusion.EXCLUDED));
        }
        return ranges;
    }

    private static List<Stars> stars(SearchSession session, Filter filter) {
        var key = AggregationKey.<Map<Range<Integer>, Long>>of("stars");
        var ranges = Stream.of(4, 3, 2).map(stars -> Range.atLeast(stars * 100)).toList();
        var found = session.search(ProductDocument.class)
                .where(make -> filter.without(make, Filter.Part.STARS))
                .aggregation(
                        key, make -> make.range().field("rating", Integer.class).ranges(ranges))
                .fetch(0)
                .aggregation(key);
        int chosen = filter.query().filters().minStars();
        return ranges.stream()
                .map(range -> new Stars(
                        range.lowerBoundValue().orElse(0) / 100,
                        found.getOrDefault(range, 0L),
                        chosen * 100 == range.lowerBoundValue().orElse(0)))
                .filter(stars -> stars.count() > 0)
                .toList();
    }

    private static long inStock(SearchSession session, Filter filter) {
        var key = AggregationKey.<Map<Boolean, Long>>of("stock");
        return session.search(ProductDocument.class)
                .where(make -> filter.without(make, Filter.Part.STOCK))
                .aggregation(key, make -> make.terms().field("inStock", Boolean.class))
                .fetch(0)
                .aggregation(key)
                .getOrDefault(true, 0L);
    }
}
