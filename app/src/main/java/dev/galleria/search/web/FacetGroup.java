package dev.galleria.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter: its first values, and the rest behind "more". Closed ones show their title only. */
public record FacetGroup(String title, List<FacetLink> links, List<FacetLink> more, @Nullable String open) {
    private static final int FIRST = 8;

    static FacetGroup of(String title, List<FacetLink> all, boolean open) {
        boolean chosen = all.stream().anyMatch(FacetLink::chosen);
        int first = all.size() <= FIRST + 2 ? all.size() : FIRST;
        return new FacetGroup(
                title, all.subList(0, first), all.subList(first, all.size()), open || chosen ? "open" : null);
    }
}
