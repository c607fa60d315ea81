package dev.galleria.search;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryPage;
import dev.galleria.catalog.Fact;
import dev.galleria.catalog.Listing;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.collections.ShopCollections;
import dev.galleria.catalog.collections.ShownCollection;
import dev.galleria.search.merchandising.Merchandising;
import dev.galleria.seller.Seller;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the index: one page of ids in order, and the facets. The cards come from the catalog's read model. */
@ApplicationScoped
class IndexedSearch {
    /** With fewer hits than this a better spelling is offered. */
    private static final int FEW = 3;

    @Inject
    Catalog catalog;

    @Inject
    ShopCollections collections;

    @Inject
    SellerFacts sellers;

    @Inject
    Dictionaries dictionaries;

    @Inject
    Hits hits;

    @Inject
    FacetTitles titles;

    @Inject
    Reasons reasons;

    @Inject
    Merchandising merchandising;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    SearchResult search(SearchQuery query, Locale locale) {
        var category = category(query, locale);
        var asked = filter(query, category, locale);
        if (asked.isEmpty()) {
            return SearchResult.nothing();
        }
        var filter = asked.get();
        var spelling = spelling(locale);
        var found = page(filter, category, locale);
        if (found.listing().total() == 0 && filter.wording().words().size() > 1) {
            return nearest(filter, category, locale).meaning(better(spelling, filter, 0));
        }
        return found.meaning(better(spelling, filter, found.listing().total()));
    }

    /** Why what is found stands where it does; nothing when all words are in no product. */
    List<Reason> why(SearchQuery query, Locale locale) {
        return filter(query, category(query, locale), locale).map(reasons::of).orElse(List.of());
    }

    /** Empty when there is no such department or seller. */
    private Optional<Filter> filter(SearchQuery query, Optional<CategoryPage> category, Locale locale) {
        var filters = query.filters();
        var sold = sellers.all().stream()
                .filter(seller -> filters.sellers().contains(seller.slug()))
                .map(Seller::id)
                .map(id -> id.value().toString())
                .collect(Collectors.toUnmodifiableSet());
        var collection = Optional.ofNullable(filters.collection())
                .flatMap(slug -> collections.find(slug, locale).map(ShownCollection::id));
        if (filters.category() != null && category.isEmpty()
                || filters.collection() != null && collection.isEmpty()
                || !filters.sellers().isEmpty() && sold.isEmpty()) {
            return Optional.empty();
        }
        var rules = merchandising.plan().rules(query.words(), category.map(CategoryPage::id), clock.instant());
        return Optional.of(new Filter(
                query,
                spelling(locale).read(query.words()),
                category.map(CategoryPage::id),
                collection,
                sold,
                kinds(locale),
                rules));
    }

    private Optional<CategoryPage> category(SearchQuery query, Locale locale) {
        return Optional.ofNullable(query.filters().category()).flatMap(slug -> catalog.category(slug, locale));
    }

    private Spelling spelling(Locale locale) {
        var languages = languages(locale);
        return new Spelling(
                dictionaries.current(), languages, merchandising.plan().meanings(languages));
    }

    /** What the index is asked in: the shopper's language and the tenant's own. */
    Set<String> languages(Locale locale) {
        return Stream.of(locale, tenancy.current().defaultLocale())
                .map(Locale::getLanguage)
                .map(Analyzers::language)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Fact.Kind> kinds(Locale locale) {
        return catalog.facts(locale).stream()
                .collect(Collectors.toUnmodifiableMap(Fact::code, Fact::kind, (one, other) -> one));
    }

    private SearchResult page(Filter filter, Optional<CategoryPage> category, Locale locale) {
        var counts = hits.counts(filter);
        var filters = filter.query().filters();
        if (filters.sort() == ListingQuery.Sort.FEATURED && !filter.query().hasWords()) {
            // Only the catalog knows the order in which products were picked.
            return SearchResult.of(
                    catalog.list(filter.query().own(), locale), titles.of(counts, filter, category, locale));
        }
        var found = hits.page(filter);
        int pages = Math.max(
                1,
                Math.min(
                        (int) ((found.total() + filters.size() - 1) / filters.size()),
                        ListingQuery.DEEPEST / filters.size()));
        int page = Math.min(filters.page(), pages);
        var shown = page == filters.page()
                ? found
                : hits.page(filter.asking(filter.query().with(filters.withPage(page))));
        var products =
                catalog.summaries(shown.ids().stream().map(ProductId::new).toList(), locale);
        return SearchResult.of(
                new Listing(products, (int) shown.total(), page, pages), titles.of(counts, filter, category, locale));
    }

    /** Nothing has all words: what has all but one, or any. */
    private SearchResult nearest(Filter filter, Optional<CategoryPage> category, Locale locale) {
        int words = filter.wording().words().size();
        var found = SearchResult.nothing();
        for (int needed : words == 2 ? new int[] {1} : new int[] {words - 1, 1}) {
            found = page(filter.with(filter.wording().needing(needed)), category, locale);
            if (found.listing().total() > 0) {
                return new SearchResult(found.listing(), found.facets(), false, null, true);
            }
        }
        return found;
    }

    /** A better spelling, if it finds more, and if what was typed finds little or only by way of forgiven slips. */
    private @Nullable String better(Spelling spelling, Filter filter, int total) {
        var typed = filter.query().words();
        if (typed.isEmpty() || total >= FEW && !filter.wording().isGuessed()) {
            return null;
        }
        var better = spelling.better(typed);
        if (better.isEmpty()
                || total >= FEW && hits.total(filter.with(filter.wording().exactly())) > 0) {
            return null;
        }
        return better.filter(
                        words -> hits.total(filter.with(spelling.read(words).exactly())) > Math.min(total, FEW))
                .orElse(null);
    }
}
