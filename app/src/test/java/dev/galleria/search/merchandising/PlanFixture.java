package dev.galleria.search.merchandising;

import dev.galleria.platform.Ids;
import java.util.List;
import java.util.Set;

/** Synonyms without a database. */
public final class PlanFixture {
    private PlanFixture() {}

    /** English words that stand for each other. */
    public static Meanings same(String... words) {
        return of(List.of(words), List.of());
    }

    /** An English word that stands for others. */
    public static Meanings oneWay(String word, String... means) {
        return of(List.of(word), List.of(means));
    }

    private static Meanings of(List<String> words, List<String> means) {
        return new Meanings(List.of(new Synonym(new SynonymId(Ids.next()), 0, "en", words, means)), Set.of("en", "de"));
    }
}
