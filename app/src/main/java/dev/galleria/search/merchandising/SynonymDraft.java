package dev.galleria.search.merchandising;

import dev.galleria.search.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Synonyms as they are entered: one to 20 phrases of at most five words and 80 characters each, two at least in all.
 *
 * @param locale one of the marketplace's languages, e.g. {@code de}
 */
public record SynonymDraft(String locale, List<String> words, List<String> means) {
    static final int MOST = 20;

    /** Without signs that cannot be looked for, and without empty phrases. */
    SynonymDraft cleaned() {
        return new SynonymDraft(locale, cleaned(words), cleaned(means));
    }

    private static List<String> cleaned(List<String> phrases) {
        return phrases.stream()
                .map(phrase -> phrase.length() > 1_000 ? phrase : Phrases.shown(phrase))
                .filter(phrase -> !phrase.isEmpty())
                .limit(MOST + 1L)
                .toList();
    }

    /** What is wrong with it in a marketplace of those languages. */
    List<Fault> faults(Set<String> locales) {
        var faults = new ArrayList<Fault>();
        if (!locales.contains(locale)) {
            faults.add(new Fault("/locale", "unknown-locale"));
        }
        if (words.isEmpty() || words.size() > MOST) {
            faults.add(new Fault("/words", "words-count"));
        }
        if (means.size() > MOST) {
            faults.add(new Fault("/means", "words-count"));
        }
        if (words.size() == 1 && means.isEmpty()) {
            faults.add(new Fault("/words", "one-word"));
        }
        var seen = new HashSet<String>();
        phrases("/words/", words, seen, faults);
        phrases("/means/", means, seen, faults);
        return faults;
    }

    private static void phrases(String pointer, List<String> phrases, Set<String> seen, List<Fault> faults) {
        for (int i = 0; i < phrases.size(); i++) {
            var plain = Words.of(phrases.get(i)).collect(Collectors.joining(" "));
            if (!Phrases.fits(plain) || phrases.get(i).length() > Phrases.LONGEST) {
                faults.add(new Fault(pointer + i, "phrase"));
            } else if (!seen.add(plain)) {
                faults.add(new Fault(pointer + i, "twice"));
            }
        }
    }
}
