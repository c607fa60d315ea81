package dev.galleria.search.web;

import dev.galleria.catalog.ListingQuery.Sort;
import dev.galleria.platform.Texts;
import dev.galleria.search.SearchQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A way of ordering the listing. */
public record SortChoice(String code, String label, @Nullable String selected) {

    /** All ways; the picked order only where products were picked, by best match where words are searched for. */
    static List<SortChoice> of(SearchQuery query, boolean picked, Locale locale) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort != Sort.FEATURED || picked)
                .map(sort -> new SortChoice(
                        sort.code(),
                        Texts.of(
                                locale,
                                sort == Sort.BEST_SELLING && query.hasWords()
                                        ? "listing.sort.relevance"
                                        : "listing.sort." + sort.code()),
                        sort == query.filters().sort() ? "selected" : null))
                .toList();
    }
}
