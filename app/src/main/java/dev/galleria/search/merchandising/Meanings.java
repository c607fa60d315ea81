package dev.galleria.search.merchandising;

import dev.galleria.search.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What phrases stand for besides themselves, in the languages of a query. Each stands for what its own groups say and not for
 * what those words stand for in turn, so that nothing goes round in circles.
 */
public final class Meanings {
    /** No synonyms. */
    public static final Meanings NONE = new Meanings(List.of(), Set.of());

    /** One phrase stands for so many at most: each costs a part of the query. */
    static final int MOST = 24;

    private final Map<String, Set<List<String>>> meant = new HashMap<>();
    private int longest;

    Meanings(Collection<Synonym> synonyms, Set<String> languages) {
        for (var synonym : synonyms) {
            for (var word : synonym.words()) {
                add(word, synonym.oneWay() ? synonym.means() : synonym.words(), languages);
            }
        }
    }

    private void add(String phrase, List<String> others, Set<String> languages) {
        var words = telling(phrase, languages);
        var known = meant.computeIfAbsent(String.join(" ", words), key -> new LinkedHashSet<>());
        for (var other : others) {
            var stands = telling(other, languages);
            if (!stands.equals(words) && known.size() < MOST) {
                known.add(stands);
            }
        }
        longest = Math.max(longest, words.size());
    }

    private static List<String> telling(String phrase, Set<String> languages) {
        return Words.telling(Words.of(phrase).toList(), languages);
    }

    /** The most words that a phrase here has. */
    public int longest() {
        return longest;
    }

    /** What these words stand for together, each as plain words that are all needed; none if they stand for themselves. */
    public List<List<String>> of(List<String> plainWords) {
        var known = meant.getOrDefault(String.join(" ", plainWords), Set.of());
        return new ArrayList<>(known);
    }
}
