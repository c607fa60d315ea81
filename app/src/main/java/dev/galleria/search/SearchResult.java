package dev.galleria.search;

import dev.galleria.catalog.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param reduced the index could not be asked and the database's plain listing is shown instead
 * @param meant what the words were probably meant to be, when little or nothing was found as they are; otherwise null
 * @param nearest nothing has all of the words; this has some of them
 */
public record SearchResult(Listing listing, Facets facets, boolean reduced, @Nullable String meant, boolean nearest) {

    /** Of a page that has not asked yet. */
    public static SearchResult nothing() {
        return of(new Listing(List.of(), 0, 1, 1), Facets.NONE);
    }

    static SearchResult of(Listing listing, Facets facets) {
        return new SearchResult(listing, facets, false, null, false);
    }

    SearchResult meaning(@Nullable String better) {
        return new SearchResult(listing, facets, reduced, better, nearest);
    }
}
