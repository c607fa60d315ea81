package dev.galleria.search;

import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.ListingQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** A query's predicate, whole or without one facet's own choice. */
record Filter(SearchQuery query, Optional<CategoryId> category, Optional<String> seller, Set<String> languages) {
    /** What can be left out, so that its other choices keep their counts. */
    enum Part {
        NOTHING,
        CATEGORY,
        BRAND,
        PRICE,
        STARS,
        STOCK
    }

    /** A filter whose words are looked for in the shopper's language and the tenant's own. */
    static Filter of(
            SearchQuery query, Optional<CategoryId> category, Optional<String> seller, Locale locale, Locale own) {
        var languages = Stream.of(locale.getLanguage(), own.getLanguage())
                .filter(Analyzers.LANGUAGES::contains)
                .collect(Collectors.toUnmodifiableSet());
        return new Filter(query, category, seller, languages.isEmpty() ? Set.of("en") : languages);
    }

    PredicateFinalStep without(SearchPredicateFactory make, Part left) {
        var filters = query.filters();
        var all = make.bool();
        if (query.hasWords()) {
            all.must(words(make));
        }
        if (left != Part.CATEGORY) {
            category.ifPresent(id -> all.filter(
                    make.match().field("category").matching(id.value().toString())));
        }
        seller.ifPresent(id -> all.filter(make.match().field("sellers").matching(id)));
        if (left != Part.BRAND && filters.brand() != null) {
            all.filter(make.match().field("brandSlug").matching(filters.brand()));
        }
        if (left != Part.PRICE) {
            prices(make, filters).forEach(all::filter);
        }
        if (left != Part.STARS && filters.minStars() > 0) {
            all.filter(make.range().field("rating").atLeast(filters.minStars() * 100));
        }
        if (left != Part.STOCK && filters.inStock()) {
            all.filter(make.match().field("inStock").matching(true));
        }
        return all.hasClause() ? all : make.matchAll();
    }

    /** Every word somewhere in name, brand or description; a small slip in a longer word is forgiven. */
    private SearchPredicate words(SearchPredicateFactory make) {
        var any = make.bool();
        for (var word : query.words().split(" ")) {
            var one = make.bool();
            for (var language : languages) {
                one.should(make.match()
                        .field(LocalizedText.field("title", language))
                        .matching(word)
                        .boost(3));
                one.should(make.match()
                        .field(LocalizedText.field("description", language))
                        .matching(word));
                if (word.length() > 4) {
                    one.should(make.match()
                            .field(LocalizedText.field("title", language))
                            .matching(word)
                            .fuzzy(1, 2)
                            .boost(0.5f));
                }
            }
            one.should(make.match().field("brandName").matching(word).boost(2));
            one.should(make.match().field("sku").matching(word).boost(10));
            any.must(one);
        }
        return any.toPredicate();
    }

    private static List<SearchPredicate> prices(SearchPredicateFactory make, ListingQuery filters) {
        var bounds = new ArrayList<SearchPredicate>();
        if (filters.minPrice() != null) {
            bounds.add(
                    make.range().field("priceMinor").atLeast(filters.minPrice()).toPredicate());
        }
        if (filters.maxPrice() != null) {
            bounds.add(
                    make.range().field("priceMinor").atMost(filters.maxPrice()).toPredicate());
        }
        return bounds;
    }
}
