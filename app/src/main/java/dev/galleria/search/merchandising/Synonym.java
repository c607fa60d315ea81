package dev.galleria.search.merchandising;

import java.util.List;

/**
 * Phrases of one language that stand for the same.
 *
 * @param version counted up with every change
 * @param means empty when all words stand for each other; otherwise what the words stand for, and not the other way round
 */
public record Synonym(SynonymId id, int version, String locale, List<String> words, List<String> means) {
    /** Whether the words stand for others and the others not for them. */
    public boolean oneWay() {
        return !means.isEmpty();
    }
}
