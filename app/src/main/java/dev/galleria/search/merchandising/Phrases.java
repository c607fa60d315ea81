package dev.galleria.search.merchandising;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.search.SearchQuery;
import dev.galleria.search.words.Words;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How words that people enter are kept and compared. */
public final class Phrases {
    /** The longest phrase in characters, and in words. */
    static final int LONGEST = 80;

    static final int MOST_WORDS = 5;

    private Phrases() {}

    /** The form in which queries are compared: plain words in order, nothing else; empty for what has no words. */
    public static String plain(@Nullable String typed) {
        return Words.of(SearchQuery.of(typed, ListingQuery.all()).words()).collect(Collectors.joining(" "));
    }

    /** As it is shown: without operators, signs and control characters. */
    static String shown(@Nullable String typed) {
        return typed == null
                ? ""
                : SearchQuery.of(typed, ListingQuery.all()).words().replace('\'', '’');
    }

    /** Whether a phrase, already plain, is neither empty nor too long. */
    static boolean fits(String plain) {
        return !plain.isEmpty() && plain.length() <= LONGEST && plain.split(" ").length <= MOST_WORDS;
    }
}
