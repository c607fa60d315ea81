package dev.galleria.search.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The plain words of one language that a marketplace's products are described with, and how many products each is in. */
final class Lexicon {
    private static final int SHORTEST_PART = 3;
    private static final String[] JOINTS = {"", "s", "es", "n", "en", "e", "er"};

    private final String[] words;
    private final long[] counts;
    private final int[] letters;

    /** A word and what speaks for it: few slips first, then many products. */
    record Candidate(String word, int slips, long count) {
        static final Comparator<Candidate> BEST = Comparator.comparingInt(Candidate::slips)
                .thenComparing(Candidate::count, Comparator.reverseOrder())
                .thenComparing(Candidate::word);
    }

    Lexicon(Map<String, Long> known) {
        words = known.keySet().stream().sorted().toArray(String[]::new);
        counts = Arrays.stream(words).mapToLong(known::get).toArray();
        letters = Arrays.stream(words).mapToInt(Slips::letters).toArray();
    }

    /** How many products a word is in. */
    long count(String word) {
        int at = Arrays.binarySearch(words, word);
        return at < 0 ? 0 : counts[at];
    }

    /** Words that begin so. */
    List<Candidate> completions(String start) {
        int from = Arrays.binarySearch(words, start);
        from = from < 0 ? -from - 1 : from;
        var found = new ArrayList<Candidate>();
        for (int i = from; i < words.length && words[i].startsWith(start); i++) {
            found.add(new Candidate(words[i], 0, counts[i]));
        }
        return found;
    }

    /** Words that a typed one may be a slip of. */
    List<Candidate> nearest(String typed) {
        int most = Words.slips(typed.length());
        if (most == 0) {
            return List.of();
        }
        int mask = Slips.letters(typed);
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < words.length; i++) {
            if (Math.abs(words[i].length() - typed.length()) <= most
                    && Integer.bitCount(letters[i] ^ mask) <= 2 * most) {
                int slips = Slips.between(typed, words[i], most);
                if (slips <= most) {
                    found.add(new Candidate(words[i], slips, counts[i]));
                }
            }
        }
        return found;
    }

    /** Longer words that end with this one: a dress among summer dresses, where they are written as one word. */
    List<Candidate> endings(String end) {
        return matching(word -> word.length() >= end.length() + SHORTEST_PART && word.endsWith(end));
    }

    /** The two known words that this one is put together of; none if it is not. */
    List<String> parts(String whole) {
        var best = List.<String>of();
        long most = 0;
        for (int at = SHORTEST_PART; at <= whole.length() - SHORTEST_PART; at++) {
            long tail = count(whole.substring(at));
            for (var joint : JOINTS) {
                int end = at - joint.length();
                if (tail > 0 && end >= SHORTEST_PART && whole.startsWith(joint, end)) {
                    long both = Math.min(tail, count(whole.substring(0, end)));
                    if (both > most) {
                        most = both;
                        best = List.of(whole.substring(0, end), whole.substring(at));
                    }
                }
            }
        }
        return best;
    }

    int size() {
        return words.length;
    }

    private List<Candidate> matching(Predicate<String> wanted) {
        return IntStream.range(0, words.length)
                .filter(i -> wanted.test(words[i]))
                .mapToObj(i -> new Candidate(words[i], 0, counts[i]))
                .toList();
    }
}
