package dev.galleria.search.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a marketplace by language, with those that belong to every language, such as names of brands. */
public final class Dictionary {
    private static final String ANY = "*";

    private final Map<String, Lexicon> languages;

    private Dictionary(Map<String, Lexicon> languages) {
        this.languages = languages;
    }

    /** Of words written {@code en:linen} with the number of products that each is in. */
    public static Dictionary of(Map<String, Long> counted) {
        var known = new HashMap<String, Map<String, Long>>();
        counted.forEach((word, count) -> {
            int colon = word.indexOf(':');
            known.computeIfAbsent(word.substring(0, colon), language -> new HashMap<>())
                    .put(word.substring(colon + 1), count);
        });
        return new Dictionary(known.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Lexicon(entry.getValue()))));
    }

    /** How many products a plain word is in, at least. */
    public long count(Collection<String> wanted, String word) {
        return in(wanted).mapToLong(lexicon -> lexicon.count(word)).max().orElse(0);
    }

    /** The words that a typed one may be a slip of, the likeliest first. */
    public List<String> nearest(Collection<String> wanted, String typed, int most) {
        return Words.isSpelled(typed) ? best(wanted, lexicon -> lexicon.nearest(typed), most) : List.of();
    }

    /** The words that begin so, the most frequent first. */
    public List<String> completions(Collection<String> wanted, String start, int most) {
        return best(wanted, lexicon -> lexicon.completions(start), most);
    }

    /** The longer words that end so, the most frequent first. */
    public List<String> endings(Collection<String> wanted, String end, int most) {
        return best(wanted, lexicon -> lexicon.endings(end), most);
    }

    /** The words that one is put together of. */
    public List<String> parts(Collection<String> wanted, String whole) {
        return in(wanted)
                .map(lexicon -> lexicon.parts(whole))
                .filter(parts -> !parts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> best(Collection<String> wanted, Function<Lexicon, List<Lexicon.Candidate>> finder, int most) {
        return in(wanted)
                .flatMap(lexicon -> finder.apply(lexicon).stream())
                .sorted(Lexicon.Candidate.BEST)
                .map(Lexicon.Candidate::word)
                .distinct()
                .limit(most)
                .toList();
    }

    private Stream<Lexicon> in(Collection<String> wanted) {
        return Stream.concat(wanted.stream(), Stream.of(ANY))
                .filter(languages::containsKey)
                .map(languages::get);
    }
}
