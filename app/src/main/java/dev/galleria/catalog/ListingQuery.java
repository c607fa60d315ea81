package dev.galleria.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a listing shows and how: category, collection, brands and sellers by slug, prices, at least so many stars (0 is any), facts by
 * code ({@link Fact}), pages from 1. Several brands, sellers, prices or values of one fact are alternatives. Anything out of
 * range is brought into it.
 */
public record ListingQuery(
        @Nullable String category,
        @Nullable String collection,
        SortedSet<String> brands,
        SortedSet<String> sellers,
        List<PriceSpan> prices,
        boolean inStock,
        int minStars,
        SortedMap<String, SortedSet<String>> facts,
        Sort sort,
        int page,
        int size) {

    /** Products per page when nothing else is asked for. */
    public static final int DEFAULT_SIZE = 24;

    /** No page reaches further than this many products: who wants to see more narrows the listing. */
    public static final int DEEPEST = 9_600;

    private static final int LARGEST_SIZE = 96;
    private static final int MOST_VALUES = 20;
    private static final int MOST_FACTS = 10;

    /** The order of products; equal ones stand by id, so that paging never shows one twice. */
    public enum Sort {
        BEST_SELLING("best-selling"),
        NEWEST("newest"),
        PRICE_UP("price-up"),
        PRICE_DOWN("price-down"),
        RATING("rating"),
        /** As a collection's products were picked; elsewhere best selling. */
        FEATURED("featured");

        private final String code;

        Sort(String code) {
            this.code = code;
        }

        /** As it stands in an address. */
        public String code() {
            return code;
        }

        /** The sort of that code, or best selling. */
        public static Sort of(@Nullable String code) {
            for (var sort : values()) {
                if (sort.code.equals(code)) {
                    return sort;
                }
            }
            return BEST_SELLING;
        }
    }

    public ListingQuery {
        sort = sort == Sort.FEATURED && collection == null ? Sort.BEST_SELLING : sort;
        brands = few(brands);
        sellers = few(sellers);
        prices = prices.stream().distinct().limit(MOST_VALUES).toList();
        var kept = new TreeMap<String, SortedSet<String>>();
        facts.forEach((code, values) -> {
            if (!values.isEmpty() && kept.size() < MOST_FACTS) {
                kept.put(code, few(values));
            }
        });
        facts = Collections.unmodifiableSortedMap(kept);
        size = Math.max(1, Math.min(size, LARGEST_SIZE));
        page = Math.max(1, Math.min(page, Math.max(1, DEEPEST / size)));
        minStars = Math.max(0, Math.min(minStars, 5));
    }

    /** Everything, best selling first. */
    public static ListingQuery all() {
        return new ListingQuery(
                null,
                null,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                List.of(),
                false,
                0,
                Collections.emptySortedMap(),
                Sort.BEST_SELLING,
                1,
                DEFAULT_SIZE);
    }

    /**
     * Reads an address's parameters: category, collection, brand, seller, price and min, max (in major units), stock=1, stars, facts as
     * {@code f.material}, sort, page. Alternatives are separated by commas. What cannot be read is left out, so that no
     * address is an error.
     *
     * @param names of the address's parameters
     */
    public static ListingQuery read(
            Collection<String> names, Function<String, @Nullable String> parameter, Currency currency) {
        return ListingParameters.read(names, parameter, currency);
    }

    /** The parameters that {@link #read} makes this query of, without category and without what is as it would be anyway. */
    public String address(Currency currency) {
        return ListingParameters.write(this, currency);
    }

    public ListingQuery withCategory(@Nullable String slug) {
        return new ListingQuery(slug, collection, brands, sellers, prices, inStock, minStars, facts, sort, 1, size);
    }

    /** Only what belongs to the published collection of that slug. */
    public ListingQuery withCollection(@Nullable String slug) {
        return new ListingQuery(category, slug, brands, sellers, prices, inStock, minStars, facts, sort, 1, size);
    }

    public ListingQuery withBrand(@Nullable String slug) {
        return withBrands(slug == null ? Set.of() : Set.of(slug));
    }

    public ListingQuery withBrands(Set<String> slugs) {
        return new ListingQuery(
                category, collection, new TreeSet<>(slugs), sellers, prices, inStock, minStars, facts, sort, 1, size);
    }

    public ListingQuery withSeller(@Nullable String slug) {
        return withSellers(slug == null ? Set.of() : Set.of(slug));
    }

    public ListingQuery withSellers(Set<String> slugs) {
        return new ListingQuery(
                category, collection, brands, new TreeSet<>(slugs), prices, inStock, minStars, facts, sort, 1, size);
    }

    public ListingQuery withPrices(@Nullable Long min, @Nullable Long max) {
        return withPrices(min == null && max == null ? List.of() : List.of(new PriceSpan(min, max)));
    }

    public ListingQuery withPrices(List<PriceSpan> spans) {
        return new ListingQuery(category, collection, brands, sellers, spans, inStock, minStars, facts, sort, 1, size);
    }

    public ListingQuery withInStock(boolean only) {
        return new ListingQuery(category, collection, brands, sellers, prices, only, minStars, facts, sort, 1, size);
    }

    public ListingQuery withMinStars(int stars) {
        return new ListingQuery(category, collection, brands, sellers, prices, inStock, stars, facts, sort, 1, size);
    }

    /** With these alternatives of one fact; none gives it up. */
    public ListingQuery withFact(String code, Set<String> values) {
        var changed = new TreeMap<String, SortedSet<String>>(facts);
        changed.put(code, new TreeSet<>(values));
        return new ListingQuery(
                category, collection, brands, sellers, prices, inStock, minStars, changed, sort, 1, size);
    }

    public ListingQuery withSort(Sort order) {
        return new ListingQuery(
                category, collection, brands, sellers, prices, inStock, minStars, facts, order, 1, size);
    }

    public ListingQuery withPage(int number) {
        return new ListingQuery(
                category, collection, brands, sellers, prices, inStock, minStars, facts, sort, number, size);
    }

    public ListingQuery withSize(int products) {
        return new ListingQuery(
                category, collection, brands, sellers, prices, inStock, minStars, facts, sort, 1, products);
    }

    private static SortedSet<String> few(SortedSet<String> values) {
        var kept = new TreeSet<String>();
        values.stream().limit(MOST_VALUES).forEach(kept::add);
        return Collections.unmodifiableSortedSet(kept);
    }
}
