package dev.galleria.search.web;

import dev.galleria.catalog.Listing;
import dev.galleria.platform.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A page of a listing in the pager: a number to follow, or a gap between numbers. */
public record PageLink(String number, String href, @Nullable String current, boolean gap) {

    /** First, last and the neighbors of the current page. */
    static List<PageLink> around(int page, int pages, IntFunction<String> address) {
        var links = new ArrayList<PageLink>();
        int before = 0;
        for (int number = 1; number <= pages; number++) {
            if (number != 1 && number != pages && Math.abs(number - page) > 1) {
                continue;
            }
            if (number > before + 1) {
                links.add(new PageLink("…", "", null, true));
            }
            links.add(new PageLink(
                    Integer.toString(number), address.apply(number), number == page ? "page" : null, false));
            before = number;
        }
        return List.copyOf(links);
    }

    /** "25–48 of 120 products". */
    static String words(Listing listing, int size, Locale locale) {
        int first = (listing.page() - 1) * size + 1;
        int last = first + listing.products().size() - 1;
        return listing.pages() < 2 || last < first
                ? Texts.of(locale, "listing.count", listing.total())
                : Texts.of(locale, "listing.range", first, last, listing.total());
    }
}
