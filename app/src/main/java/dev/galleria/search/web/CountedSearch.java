package dev.galleria.search.web;

import dev.galleria.platform.pages.PageDraft;
import dev.galleria.search.Search;
import dev.galleria.search.SearchQuery;
import dev.galleria.search.SearchResult;
import dev.galleria.search.signals.Signals;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Counts what was looked for and what was shown of it, each time that somebody sees the page. */
@RequestScoped
class CountedSearch {
    @Inject
    Signals signals;

    @Inject
    PageDraft page;

    @Inject
    Visit visit;

    /** Words count on the first page without filters: what follows is the same search. */
    void count(SearchQuery query, SearchResult found, boolean filtered) {
        page.shows(Search.ANSWER);
        if (found.reduced()) {
            return;
        }
        var listing = found.listing();
        var shown =
                listing.products().stream().map(product -> product.id().value()).toList();
        int place = (listing.page() - 1) * query.filters().size();
        page.atEachView(() -> signals.shown(shown, place));
        if (query.hasWords() && listing.page() == 1 && !filtered) {
            var locale = visit.locale();
            int total = found.nearest() ? 0 : listing.total();
            page.atEachView(() -> signals.searched(query.words(), locale, total));
        }
    }
}
