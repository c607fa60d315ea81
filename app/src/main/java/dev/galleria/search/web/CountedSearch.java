package dev.galleria.search.web;

import dev.galleria.search.SearchQuery;
import dev.galleria.search.SearchResult;
import dev.galleria.search.signals.Signals;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Counts what was looked for and what was shown of it. */
@RequestScoped
class CountedSearch {
    @Inject
    Signals signals;

    @Inject
    Visit visit;

    /** Words count on the first page without filters: what follows is the same search. */
    void count(SearchQuery query, SearchResult found, boolean filtered) {
        var listing = found.listing();
        signals.shown(
                listing.products().stream().map(product -> product.id().value()).toList(),
                (listing.page() - 1) * query.filters().size());
        if (query.hasWords() && listing.page() == 1 && !filtered) {
            signals.searched(query.words(), visit.locale(), found.nearest() ? 0 : listing.total());
        }
    }
}
