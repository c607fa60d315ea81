package dev.galleria.search.web;

import java.util.ArrayList;
import java.util.List;
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
}
