package dev.galleria.search;

import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.Fact;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.NumberSpan;
import dev.galleria.catalog.PriceSpan;
import dev.galleria.catalog.collections.CollectionId;
import dev.galleria.search.merchandising.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.hibernate.search.backend.elasticsearch.ElasticsearchExtension;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * A query's predicate, whole or without one facet's own choice.
 *
 * @param kinds of the facts that the marketplace knows; a choice of any other fact is left out
 * @param rules which products are found besides, moved or left out
 */
record Filter(
        SearchQuery query,
        Wording wording,
        Optional<CategoryId> category,
        Optional<CollectionId> collection,
        Set<String> sellers,
        Map<String, Fact.Kind> kinds,
        RuleSet rules) {

    /** Nothing is left out. */
    static final String NOTHING = "";

    static final String BRAND = "brand";
    static final String SELLER = "seller";
    static final String PRICE = "price";
    static final String STARS = "stars";
    static final String STOCK = "stock";

    private static final String CHOICE = ProductFields.VARIANT + '.' + ProductFields.CHOICE;
    private static final String VARIANT_PRICE = ProductFields.VARIANT + '.' + ProductFields.PRICE;

    /** How a fact's choice is named among the facets. */
    static String fact(String code) {
        return "f." + code;
    }

    /** The same for another query with the same words and choices. */
    Filter asking(SearchQuery other) {
        return new Filter(other, wording, category, collection, sellers, kinds, rules);
    }

    /** The same with words read otherwise. */
    Filter with(Wording other) {
        return new Filter(query, other, category, collection, sellers, kinds, rules);
    }

    /** The facets in which something is chosen. */
    List<String> chosen() {
        var filters = query.filters();
        var chosen = new ArrayList<String>();
        if (!filters.brands().isEmpty()) {
            chosen.add(BRAND);
        }
        if (!filters.sellers().isEmpty()) {
            chosen.add(SELLER);
        }
        if (!filters.prices().isEmpty()) {
            chosen.add(PRICE);
        }
        if (filters.minStars() > 0) {
            chosen.add(STARS);
        }
        if (filters.inStock()) {
            chosen.add(STOCK);
        }
        filters.facts().keySet().stream()
                .filter(kinds::containsKey)
                .map(Filter::fact)
                .forEach(chosen::add);
        return chosen;
    }

    /** The options of which something is chosen, besides the one that is left out. */
    SortedMap<String, SortedSet<String>> options(String left) {
        var options = new TreeMap<String, SortedSet<String>>();
        query.filters().facts().forEach((code, values) -> {
            if (kinds.get(code) == Fact.Kind.OPTION && !left.equals(fact(code))) {
                options.put(code, values);
            }
        });
        return options;
    }

    /** The whole predicate, its score by rank. */
    PredicateFinalStep ranked(SearchPredicateFactory make, Rank rank) {
        var found = all(make, NOTHING, wording.predicate(make).map(words -> ranked(make, words, rank)));
        return moved() ? Moves.of(make, found, rules) : found;
    }

    /** Whether rules decide over the order: only where nobody has chosen another. */
    boolean moved() {
        return rules.moves() && query.filters().sort() == ListingQuery.Sort.BEST_SELLING;
    }

    private static SearchPredicate ranked(SearchPredicateFactory make, SearchPredicate words, Rank rank) {
        return make.extension()
                .ifSupported(
                        LuceneExtension.get(),
                        lucene -> lucene.fromLuceneQuery(
                                new FunctionScoreQuery(LuceneMigrationUtils.toLuceneQuery(words), rank)))
                .ifSupported(ElasticsearchExtension.get(), other -> OpenSearchRank.of(other, words, rank))
                .orElseFail()
                .toPredicate();
    }

    PredicateFinalStep without(SearchPredicateFactory make, String left) {
        return all(make, left, wording.predicate(make));
    }

    private PredicateFinalStep all(SearchPredicateFactory make, String left, Optional<SearchPredicate> words) {
        var filters = query.filters();
        var all = make.bool();
        words.ifPresent(found -> all.must(Moves.orPinned(make, found, rules)));
        if (words.isEmpty() && rules.changes()) {
            all.must(make.matchAll());
        }
        if (!rules.hidden().isEmpty()) {
            all.mustNot(make.id().matchingAny(rules.hidden()));
        }
        category.ifPresent(id -> all.filter(
                make.match().field(ProductFields.CATEGORY).matching(id.value().toString())));
        collection.ifPresent(id -> all.filter(
                make.match().field(ProductFields.COLLECTION).matching(id.value().toString())));
        if (!left.equals(SELLER) && !filters.sellers().isEmpty()) {
            all.filter(make.terms().field(ProductFields.SELLER).matchingAny(sellers));
        }
        if (!left.equals(BRAND) && !filters.brands().isEmpty()) {
            all.filter(make.terms().field("brandSlug").matchingAny(filters.brands()));
        }
        if (!left.equals(STARS) && filters.minStars() > 0) {
            all.filter(make.range().field("rating").atLeast(filters.minStars() * 100));
        }
        if (!left.equals(STOCK) && filters.inStock()) {
            all.filter(make.match().field("inStock").matching(true));
        }
        filters.facts().forEach((code, values) -> {
            var kind = kinds.get(code);
            if (kind != null && kind != Fact.Kind.OPTION && !left.equals(fact(code))) {
                all.filter(fact(make, code, values));
            }
        });
        within(make, left, all::filter);
        return all.hasClause() ? all : make.matchAll();
    }

    /** Options and prices: of one variant that can be delivered if options are chosen, else the product's own price. */
    private void within(SearchPredicateFactory make, String left, Consumer<SearchPredicate> all) {
        var options = options(left);
        if (options.isEmpty()) {
            if (!left.equals(PRICE) && !query.filters().prices().isEmpty()) {
                all.accept(prices(make, "priceMinor", query.ownPrices()));
            }
            return;
        }
        all.accept(make.nested(ProductFields.VARIANT)
                .add(variant(make, left, options))
                .toPredicate());
    }

    /** Asked of a variant: all of these options, and the chosen prices. */
    PredicateFinalStep variant(SearchPredicateFactory make, String left, SortedMap<String, SortedSet<String>> options) {
        var variant = make.bool();
        options.forEach((code, values) -> variant.filter(choice(make, code, values)));
        if (!left.equals(PRICE) && !query.filters().prices().isEmpty()) {
            variant.filter(prices(make, VARIANT_PRICE, query.ownPrices()));
        }
        return variant;
    }

    /** Any of an option's values, asked of a variant. */
    private static PredicateFinalStep choice(SearchPredicateFactory make, String code, SortedSet<String> values) {
        return make.terms()
                .field(CHOICE)
                .matchingAny(values.stream().map(value -> code + '=' + value).toList());
    }

    private static SearchPredicate fact(SearchPredicateFactory make, String code, SortedSet<String> values) {
        return any(make, values, value -> NumberSpan.read(value)
                .map(span -> make.range()
                        .field(ProductFields.NUMBER + '.' + code)
                        .between(span.from(), span.to())
                        .toPredicate())
                .orElseGet(() -> make.match()
                        .field(ProductFields.FACT)
                        .matching(code + '=' + value)
                        .toPredicate()));
    }

    private static SearchPredicate prices(SearchPredicateFactory make, String field, List<PriceSpan> spans) {
        return any(make, spans, span -> make.range()
                .field(field)
                .between(span.from(), span.to())
                .toPredicate());
    }

    private static <T> SearchPredicate any(
            SearchPredicateFactory make, Iterable<T> alternatives, Function<T, SearchPredicate> one) {
        var any = make.or();
        alternatives.forEach(alternative -> any.add(one.apply(alternative)));
        return any.toPredicate();
    }
}
