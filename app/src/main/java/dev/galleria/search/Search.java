package dev.galleria.search;

import dev.galleria.catalog.Catalog;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds products by words and filters. An index that fails reduces the answer to the database's plain listing. */
@ApplicationScoped
public class Search {
    private static final Logger LOG = Logger.getLogger(Search.class.getName());

    /** What a page shows that says what the index answered: it is forgotten when the index changes. */
    public static final String ANSWER = "search-answer";

    @Inject
    Catalog catalog;

    @Inject
    IndexedSearch indexed;

    @Inject
    Index index;

    @Inject
    Tenancy tenancy;

    /** One page of what the current tenant's shoppers can see; pages and filters out of range are brought into it. */
    public SearchResult search(SearchQuery query, Locale locale) {
        try {
            var found = indexed.search(query, locale);
            return found.listing().total() == 0 && index.lost() ? reduced(query, locale) : found;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> "The index of " + tenancy.current().slug() + " cannot be asked; listing from the database");
            return reduced(query, locale);
        }
    }

    private SearchResult reduced(SearchQuery query, Locale locale) {
        return new SearchResult(catalog.list(query.own(), locale), Facets.NONE, true, null, false);
    }

    /** Why the products of that page stand where they do; only what is found by words and sorted by best match is ranked. */
    public List<Reason> why(SearchQuery query, Locale locale) {
        return query.hasWords() ? indexed.why(query, locale) : List.of();
    }
}
