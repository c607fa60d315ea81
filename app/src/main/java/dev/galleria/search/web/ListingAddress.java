package dev.galleria.search.web;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.search.SearchQuery;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/**
 * Where a listing is found: which page it is on, in which language, and what the query says beyond that.
 *
 * @param first the order that a collection's page has when its address names none
 */
record ListingAddress(Place place, String base, Currency currency, ListingQuery.Sort first) {
    /** What the path itself says; everything else is in the query. */
    enum Place {
        CATEGORY,
        BRAND,
        COLLECTION,
        SEARCH
    }

    /** A parameter that a form has to carry along. */
    public record Parameter(String name, String value) {}

    /** The listing's address. A department that is left or a brand that is given up leads to the search page. */
    String of(SearchQuery wanted) {
        var filters = wanted.filters();
        if (place == Place.CATEGORY && filters.category() != null && !wanted.hasWords()) {
            return joined("/c/" + filters.category(), List.of(filters.address(currency)));
        }
        if (place == Place.BRAND && filters.brands().size() == 1) {
            var rest = filters.withBrand(null).withPage(filters.page());
            return joined("/brands/" + filters.brands().first(), List.of(category(filters), rest.address(currency)));
        }
        if (place == Place.COLLECTION && filters.collection() != null && !wanted.hasWords()) {
            var rest = filters.withSort(ListingQuery.Sort.BEST_SELLING)
                    .withCollection(null)
                    .withPage(filters.page());
            var sort = filters.sort() == first ? "" : "sort=" + filters.sort().code();
            return joined(
                    "/collections/" + filters.collection(), List.of(category(filters), sort, rest.address(currency)));
        }
        return joined("/search", List.of(words(wanted), category(filters), filters.address(currency)));
    }

    /** The same without a query: where a form sends its fields. */
    String path(SearchQuery wanted) {
        var address = of(wanted);
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    /** The query's parameters besides the named ones. */
    List<Parameter> without(SearchQuery wanted, String... names) {
        var address = of(new SearchQuery(wanted.words(), wanted.filters().withPage(1)));
        int query = address.indexOf('?');
        if (query < 0) {
            return List.of();
        }
        var parameters = new ArrayList<Parameter>();
        for (var pair : address.substring(query + 1).split("&")) {
            int equals = pair.indexOf('=');
            var name = pair.substring(0, equals);
            if (!Arrays.asList(names).contains(name)) {
                parameters.add(
                        new Parameter(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)));
            }
        }
        return parameters;
    }

    private String joined(String path, List<String> parts) {
        var query =
                String.join("&", parts.stream().filter(part -> !part.isEmpty()).toList());
        return base + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static String words(SearchQuery wanted) {
        return wanted.hasWords() ? "q=" + URLEncoder.encode(wanted.words(), StandardCharsets.UTF_8) : "";
    }

    private static String category(ListingQuery filters) {
        return filters.category() == null ? "" : "category=" + filters.category();
    }
}
