package dev.galleria.search;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryPage;
import dev.galleria.catalog.Listing;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.mapper.orm.session.SearchSession;

/** Asks the index: one page of ids in order, and the facets. The cards come from the catalog's read model. */
@ApplicationScoped
class IndexedSearch {
    @Inject
    CatalogUnit unit;

    @Inject
    Catalog catalog;

    @Inject
    Sellers sellers;

    @Inject
    FacetCounts counts;

    @Inject
    Tenancy tenancy;

    SearchResult search(SearchQuery query, Locale locale) {
        var filters = query.filters();
        var category = Optional.ofNullable(filters.category()).flatMap(slug -> catalog.category(slug, locale));
        var seller = Optional.ofNullable(filters.seller()).flatMap(sellers::findBySlug);
        if (filters.category() != null && category.isEmpty() || filters.seller() != null && seller.isEmpty()) {
            return new SearchResult(new Listing(List.of(), 0, 1, 1), Facets.NONE, false);
        }
        var filter = Filter.of(
                query,
                category.map(CategoryPage::id),
                seller.map(one -> one.id().value().toString()),
                locale,
                tenancy.current().defaultLocale());
        return unit.call(session ->
                new SearchResult(page(session, filter, locale), counts.of(session, filter, category, locale), false));
    }

    private Listing page(SearchSession session, Filter filter, Locale locale) {
        var filters = filter.query().filters();
        int from = (filters.page() - 1) * filters.size();
        var found = session.search(ProductDocument.class)
                .select(projection -> projection.id(UUID.class))
                .where(make -> filter.without(make, Filter.Part.NOTHING))
                .sort(make -> order(make, filter.query()))
                .fetch(from, filters.size());
        int total = (int) found.total().hitCount();
        int pages = Math.max(
                1, Math.min((total + filters.size() - 1) / filters.size(), ListingQuery.DEEPEST / filters.size()));
        var products =
                catalog.summaries(found.hits().stream().map(ProductId::new).toList(), locale);
        return new Listing(products, total, Math.min(filters.page(), pages), pages);
    }

    /** With words the best match first, whatever sells first among equals; ids last, so that paging is stable. */
    private static SortFinalStep order(SearchSortFactory make, SearchQuery query) {
        var sort = query.filters().sort();
        var first =
                switch (sort) {
                    case NEWEST -> make.field("publishedAt").desc();
                    case PRICE_UP -> make.field("priceMinor").asc();
                    case PRICE_DOWN -> make.field("priceMinor").desc();
                    case RATING -> make.field("rating").desc();
                    case BEST_SELLING ->
                        query.hasWords() ? make.score() : make.field("sold").desc();
                };
        return make.composite(all -> {
            all.add(first);
            all.add(make.field("sold").desc());
            all.add(make.field("publishedAt").desc());
        });
    }
}
