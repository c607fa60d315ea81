package dev.galleria.search;

import dev.galleria.catalog.Fact;
import dev.galleria.platform.Money;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.data.Range;
import org.hibernate.search.util.common.data.RangeBoundInclusion;

/**
 * Counts what the found products have in common. One query counts every facet without a choice, together with the hits; each
 * facet with a choice needs one more, without that choice.
 */
@ApplicationScoped
class FacetCounts {
    /** Bounds of the price ranges in major units. */
    private static final long[] PRICES = {0, 10, 25, 50, 100, 200, 500, 1000};

    /** The least stars of each step. */
    static final List<Integer> STARS = List.of(4, 3, 2);

    private static final int MOST_CATEGORIES = 5_000;
    private static final int MOST_BRANDS = 1_000;
    private static final int MOST_FACTS = 10_000;

    private static final AggregationKey<Map<String, Long>> CATEGORY = AggregationKey.of("category");
    private static final AggregationKey<Map<String, Long>> BRAND = AggregationKey.of("brand");
    private static final AggregationKey<Map<String, Long>> SELLER = AggregationKey.of("seller");
    private static final AggregationKey<Map<Range<Long>, Long>> PRICE = AggregationKey.of("price");
    private static final AggregationKey<Map<Range<Integer>, Long>> RATING = AggregationKey.of("rating");
    private static final AggregationKey<Map<Boolean, Long>> STOCK = AggregationKey.of("stock");
    private static final AggregationKey<Map<String, Long>> FACT = AggregationKey.of("fact");
    private static final AggregationKey<Map<String, Long>> CHOICE = AggregationKey.of("choice");

    @Inject
    CatalogUnit unit;

    @Inject
    Tenancy tenancy;

    /** Has the query for the hits count every facet in which nothing is chosen. */
    void count(SearchQueryOptionsStep<?, UUID, ?, ?, ?> query, Filter filter) {
        query.aggregation(
                CATEGORY,
                make -> make.terms().field(ProductFields.CATEGORY, String.class).maxTermCount(MOST_CATEGORIES));
        var chosen = filter.chosen();
        Stream.of(Filter.BRAND, Filter.SELLER, Filter.PRICE, Filter.STARS, Filter.STOCK)
                .filter(facet -> !chosen.contains(facet))
                .forEach(facet -> count(query, filter, facet));
        count(query, filter, Filter.NOTHING);
    }

    /** What the query for the hits has counted, and what the facets with a choice would have without it. */
    Counts of(SearchSession session, Filter filter, SearchResult<UUID> first) {
        var chosen = filter.chosen();
        var without = new HashMap<String, SearchResult<UUID>>();
        for (var facet : chosen) {
            SearchQueryOptionsStep<?, UUID, ?, ?, ?> query = session.search(ProductDocument.class)
                    .select(projection -> projection.id(UUID.class))
                    .where(make -> filter.without(make, facet));
            unit.bounded(query);
            count(query, filter, facet);
            without.put(facet, query.fetch(0));
        }
        return new Counts(
                first.total().hitCount(),
                first.aggregation(CATEGORY),
                without.getOrDefault(Filter.BRAND, first).aggregation(BRAND),
                without.getOrDefault(Filter.SELLER, first).aggregation(SELLER),
                inOrder(
                        ranges(filter),
                        without.getOrDefault(Filter.PRICE, first).aggregation(PRICE)),
                inOrder(stars(), without.getOrDefault(Filter.STARS, first).aggregation(RATING)),
                without.getOrDefault(Filter.STOCK, first).aggregation(STOCK).getOrDefault(true, 0L),
                facts(filter, first, without));
    }

    private void count(SearchQueryOptionsStep<?, UUID, ?, ?, ?> query, Filter filter, String facet) {
        switch (facet) {
            case Filter.BRAND ->
                query.aggregation(
                        BRAND,
                        make -> make.terms().field("brandSlug", String.class).maxTermCount(MOST_BRANDS));
            case Filter.SELLER ->
                query.aggregation(SELLER, make -> make.terms()
                        .field(ProductFields.SELLER, String.class)
                        .maxTermCount(MOST_BRANDS));
            case Filter.PRICE ->
                query.aggregation(
                        PRICE,
                        make -> make.range().field("priceMinor", Long.class).ranges(ranges(filter)));
            case Filter.STARS ->
                query.aggregation(
                        RATING,
                        make -> make.range().field("rating", Integer.class).ranges(stars()));
            case Filter.STOCK -> query.aggregation(STOCK, make -> make.terms().field("inStock", Boolean.class));
            default -> {
                query.aggregation(FACT, make -> make.terms()
                        .field(ProductFields.FACT, String.class)
                        .maxTermCount(MOST_FACTS));
                var options = filter.options(facet);
                if (!options.isEmpty()) {
                    choices(query, filter, facet, options);
                }
            }
        }
    }

    /** Where options are chosen, others count only within the variants that have the chosen ones. */
    private static void choices(
            SearchQueryOptionsStep<?, UUID, ?, ?, ?> query,
            Filter filter,
            String left,
            SortedMap<String, SortedSet<String>> options) {
        query.aggregation(CHOICE, make -> make.terms()
                .field(ProductFields.VARIANT + '.' + ProductFields.CHOICE, String.class)
                .filter(inside -> filter.variant(inside, left, options))
                .maxTermCount(MOST_FACTS));
    }

    private static Map<String, Long> facts(
            Filter filter, SearchResult<UUID> first, Map<String, SearchResult<UUID>> without) {
        var facts = new HashMap<String, Long>();
        filter.kinds().forEach((code, kind) -> {
            var facet = Filter.fact(code);
            var result = without.getOrDefault(facet, first);
            var inVariants = kind == Fact.Kind.OPTION
                    && !filter.options(without.containsKey(facet) ? facet : Filter.NOTHING)
                            .isEmpty();
            result.aggregation(inVariants ? CHOICE : FACT).forEach((fact, count) -> {
                if (fact.length() > code.length() && fact.charAt(code.length()) == '=' && fact.startsWith(code)) {
                    facts.put(fact, count);
                }
            });
        });
        return facts;
    }

    /** What the index is asked for: the shopper's ranges in the marketplace's own currency. */
    private List<Range<Long>> ranges(Filter filter) {
        var exchange = filter.query().exchange();
        var ranges = prices(filter);
        return exchange == null
                ? ranges
                : ranges.stream()
                        .map(range -> Range.between(
                                range.lowerBoundValue().map(exchange::least).orElse(null),
                                RangeBoundInclusion.INCLUDED,
                                range.upperBoundValue().map(exchange::least).orElse(null),
                                RangeBoundInclusion.EXCLUDED))
                        .toList();
    }

    /** The price ranges in minor units of the shopper's currency; the upper end is not included. */
    List<Range<Long>> prices(Filter filter) {
        var exchange = filter.query().exchange();
        var currency = (exchange == null ? tenancy.current().currency() : exchange.to()).getCurrencyCode();
        long scale = exchange == null ? 1 : scale(exchange.rate());
        var ranges = new ArrayList<Range<Long>>();
        for (int i = 0; i < PRICES.length; i++) {
            var from = Money.of(Long.toString(PRICES[i] * scale), currency).minorUnits();
            var to = i + 1 == PRICES.length
                    ? null
                    : Long.valueOf(Money.of(Long.toString(PRICES[i + 1] * scale), currency)
                            .minorUnits());
            ranges.add(Range.between(from, RangeBoundInclusion.INCLUDED, to, RangeBoundInclusion.EXCLUDED));
        }
        return ranges;
    }

    /** A power of ten near the rate, so that ranges in yen divide what is sold about as those in euros do. */
    private static long scale(BigDecimal rate) {
        var exponent = new BigDecimal(Math.max(1, rate.longValue())).precision() - 1;
        return BigDecimal.TEN.pow(exponent).longValue();
    }

    private static List<Range<Integer>> stars() {
        return STARS.stream().map(stars -> Range.atLeast(stars * 100)).toList();
    }

    private static <T> List<Long> inOrder(List<Range<T>> ranges, Map<Range<T>, Long> counted) {
        return ranges.stream().map(range -> counted.getOrDefault(range, 0L)).toList();
    }
}
