package dev.galleria.search;

import dev.galleria.catalog.ListingQuery;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper looks for: words (at most {@value #LONGEST} characters, no operators) and the filters of a listing. Words that
 * cannot be searched for are left out.
 */
public record SearchQuery(String words, ListingQuery filters) {
    /** Longer queries are cut: nobody means more. */
    public static final int LONGEST = 200;

    /** Reads what was typed: control characters and everything but letters and digits separate words. */
    public static SearchQuery of(@Nullable String typed, ListingQuery filters) {
        var text = typed == null ? "" : typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var words = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}'’.-]+", " ")
                .strip();
        return new SearchQuery(words, filters);
    }

    /** Whether there is anything to search for. */
    public boolean hasWords() {
        return !words.isEmpty();
    }
}
