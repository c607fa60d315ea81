package dev.galleria.search.web;

import org.jspecify.annotations.Nullable;

/** One value of a filter; following it chooses it, or gives it up again when it is chosen. The swatch is a color. */
public record FacetLink(String text, String count, String href, boolean chosen, @Nullable String swatch) {
    static FacetLink plain(String text, String href) {
        return new FacetLink(text, "", href, false, null);
    }

    /** For {@code aria-current}: "true", or nothing at all. */
    public @Nullable String mark() {
        return chosen ? "true" : null;
    }
}
