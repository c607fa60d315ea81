package dev.galleria.catalog;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a listing shows and how: category, brand and seller by slug, prices in minor units (both ends included), at least so
 * many stars (0 is any), pages from 1. Anything out of range is brought into it.
 */
public record ListingQuery(
        @Nullable String category,
        @Nullable String brand,
        @Nullable String seller,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        boolean inStock,
        int minStars,
        Sort sort,
        int page,
        int size) {

    /** Products per page when nothing else is asked for. */
    public static final int DEFAULT_SIZE = 24;

    /** No page reaches further than this many products: who wants to see more narrows the listing. */
    public static final int DEEPEST = 4_800;

    private static final int LARGEST_SIZE = 96;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,3})?");

    /** The order of products; equal ones stand by id, so that paging never shows one twice. */
    public enum Sort {
        BEST_SELLING("best-selling"),
        NEWEST("newest"),
        PRICE_UP("price-up"),
        PRICE_DOWN("price-down"),
        RATING("rating");

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
        size = Math.max(1, Math.min(size, LARGEST_SIZE));
        page = Math.max(1, Math.min(page, Math.max(1, DEEPEST / size)));
        minStars = Math.max(0, Math.min(minStars, 5));
    }

    /** Everything, best selling first. */
    public static ListingQuery all() {
        return new ListingQuery(null, null, null, null, null, false, 0, Sort.BEST_SELLING, 1, DEFAULT_SIZE);
    }

    /**
     * Reads an address's parameters: category, brand, seller, min, max (in major units), stock=1, stars, sort, page. What
     * cannot be read is left out, so that no address is an error.
     */
    public static ListingQuery read(Function<String, @Nullable String> parameter, Currency currency) {
        return new ListingQuery(
                slug(parameter.apply("category")),
                slug(parameter.apply("brand")),
                slug(parameter.apply("seller")),
                amount(parameter.apply("min"), currency),
                amount(parameter.apply("max"), currency),
                "1".equals(parameter.apply("stock")),
                number(parameter.apply("stars"), 0),
                Sort.of(parameter.apply("sort")),
                number(parameter.apply("page"), 1),
                DEFAULT_SIZE);
    }

    /** The parameters that {@link #read} makes this query of, without category and without what is as it would be anyway. */
    public String address(Currency currency) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("brand", brand);
        parameters.put("seller", seller);
        parameters.put("min", minPrice == null ? null : major(minPrice, currency));
        parameters.put("max", maxPrice == null ? null : major(maxPrice, currency));
        parameters.put("stock", inStock ? "1" : null);
        parameters.put("stars", minStars == 0 ? null : minStars);
        parameters.put("sort", sort == Sort.BEST_SELLING ? null : sort.code());
        parameters.put("page", page == 1 ? null : page);
        return parameters.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(ListingQuery::encoded)
                .collect(Collectors.joining("&"));
    }

    public ListingQuery withCategory(@Nullable String slug) {
        return new ListingQuery(slug, brand, seller, minPrice, maxPrice, inStock, minStars, sort, 1, size);
    }

    public ListingQuery withBrand(@Nullable String slug) {
        return new ListingQuery(category, slug, seller, minPrice, maxPrice, inStock, minStars, sort, 1, size);
    }

    public ListingQuery withSeller(@Nullable String slug) {
        return new ListingQuery(category, brand, slug, minPrice, maxPrice, inStock, minStars, sort, 1, size);
    }

    public ListingQuery withPrices(@Nullable Long min, @Nullable Long max) {
        return new ListingQuery(category, brand, seller, min, max, inStock, minStars, sort, 1, size);
    }

    public ListingQuery withInStock(boolean only) {
        return new ListingQuery(category, brand, seller, minPrice, maxPrice, only, minStars, sort, 1, size);
    }

    public ListingQuery withMinStars(int stars) {
        return new ListingQuery(category, brand, seller, minPrice, maxPrice, inStock, stars, sort, 1, size);
    }

    public ListingQuery withSort(Sort order) {
        return new ListingQuery(category, brand, seller, minPrice, maxPrice, inStock, minStars, order, 1, size);
    }

    public ListingQuery withPage(int number) {
        return new ListingQuery(category, brand, seller, minPrice, maxPrice, inStock, minStars, sort, number, size);
    }

    public ListingQuery withSize(int products) {
        return new ListingQuery(category, brand, seller, minPrice, maxPrice, inStock, minStars, sort, 1, products);
    }

    private static String encoded(Map.Entry<String, @Nullable Object> entry) {
        return entry.getKey() + '=' + URLEncoder.encode(String.valueOf(entry.getValue()), StandardCharsets.UTF_8);
    }

    private static @Nullable String slug(@Nullable String text) {
        return text != null && text.length() <= 120 && SLUG.matcher(text).matches() ? text : null;
    }

    private static int number(@Nullable String text, int otherwise) {
        return Optional.ofNullable(text)
                .filter(digits -> DIGITS.matcher(digits).matches())
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    private static @Nullable Long amount(@Nullable String text, Currency currency) {
        if (text == null || !AMOUNT.matcher(text.strip()).matches()) {
            return null;
        }
        return new BigDecimal(text.strip().replace(',', '.'))
                .movePointRight(currency.getDefaultFractionDigits())
                .longValue();
    }

    private static String major(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits())
                .stripTrailingZeros()
                .toPlainString();
    }
}
