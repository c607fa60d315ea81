package dev.galleria.search;

import dev.galleria.search.merchandising.Meanings;
import dev.galleria.search.words.Dictionary;
import dev.galleria.search.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what was typed with the words that the marketplace knows, and with its synonyms. */
record Spelling(Dictionary dictionary, Set<String> languages, Meanings meanings) {
    private static final int MOST_WORDS = 12;
    private static final int MOST_SLIPS = 4;
    private static final int MOST_COMPOUNDS = 12;
    private static final int SHORTEST_COMPOUND = 4;

    /** How much more frequent a word must be to be the better guess for one that exists. */
    private static final int FAR_MORE = 10;

    /** Every word is needed, except those that say little. */
    Wording read(String typed) {
        var words = Words.telling(
                Arrays.stream(typed.split(" "))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList(),
                languages);
        var read = new ArrayList<Wording.Word>();
        for (int from = 0; from < words.size(); ) {
            int to = phrase(words, from);
            var same = same(words.subList(from, to));
            var rest = words.subList(from + 1, to).stream()
                    .map(typedNext -> word(typedNext, true))
                    .toList();
            read.add(word(words.get(from), !same.isEmpty()).with(rest, same));
            from = to;
        }
        return read.isEmpty() ? Wording.NONE : new Wording(List.copyOf(read), languages, read.size());
    }

    /** Where the longest phrase ends that begins there and stands for something; a word for itself is one. */
    private int phrase(List<String> words, int from) {
        for (int to = Math.min(words.size(), from + meanings.longest()); to > from + 1; to--) {
            if (!same(words.subList(from, to)).isEmpty()) {
                return to;
            }
        }
        return from + 1;
    }

    private List<List<String>> same(List<String> typed) {
        return meanings.of(typed.stream().flatMap(Words::of).toList());
    }

    /** A word that synonyms explain is no slip of another. */
    private Wording.Word word(String typed, boolean explained) {
        var plain = Words.plain(typed);
        if (!Words.isSpelled(plain)) {
            return Wording.Word.of(typed);
        }
        boolean known = explained || dictionary.count(languages, plain) > 0;
        var meant = new ArrayList<String>();
        if (!known) {
            meant.addAll(dictionary.nearest(languages, plain, MOST_SLIPS));
        }
        var compounding =
                languages.stream().filter(Analyzers.COMPOUNDING::contains).collect(Collectors.toSet());
        if (!compounding.isEmpty() && plain.length() >= SHORTEST_COMPOUND) {
            meant.addAll(dictionary.endings(compounding, plain, MOST_COMPOUNDS));
        }
        return new Wording.Word(
                typed,
                meant,
                known || compounding.isEmpty() ? List.of() : dictionary.parts(compounding, plain),
                List.of(),
                List.of());
    }

    /** What was probably meant: the words as typed, slips put right; empty when there is nothing better. */
    Optional<String> better(String typed) {
        var better = Arrays.stream(typed.split(" ")).map(this::corrected).collect(Collectors.joining(" "));
        return better.equals(typed) || Words.plain(better).equals(Words.plain(typed))
                ? Optional.empty()
                : Optional.of(better);
    }

    private String corrected(String typed) {
        var plain = Words.plain(typed);
        long count = dictionary.count(languages, plain);
        return dictionary.nearest(languages, plain, 2).stream()
                .filter(word -> !word.equals(plain))
                .filter(word -> dictionary.count(languages, word) > count * FAR_MORE)
                .findFirst()
                .orElse(typed);
    }
}
