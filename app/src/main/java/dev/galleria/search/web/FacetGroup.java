package dev.galleria.search.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter: its first and its chosen values, and the rest behind "more". Closed ones show their title only. */
public record FacetGroup(String title, List<FacetLink> links, List<FacetLink> more, @Nullable String open) {
    private static final int FIRST = 8;

    static FacetGroup of(String title, List<FacetLink> all, boolean open) {
        boolean chosen = all.stream().anyMatch(FacetLink::chosen);
        int first = all.size() <= FIRST + 2 ? all.size() : FIRST;
        var shown = new ArrayList<>(all.subList(0, first));
        var more = new ArrayList<FacetLink>();
        all.subList(first, all.size()).forEach(link -> (link.chosen() ? shown : more).add(link));
        return new FacetGroup(title, List.copyOf(shown), List.copyOf(more), open || chosen ? "open" : null);
    }
}
