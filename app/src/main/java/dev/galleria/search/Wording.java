package dev.galleria.search;

import dev.galleria.search.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * What is looked for in texts: the words as typed, and for each what else it may stand for.
 *
 * @param needed how many of the words have to be found
 */
record Wording(List<Word> words, Set<String> languages, int needed) {
    /** What words weigh in percent, by where they are found; half as much when they are only meant. */
    private static final int NAME = 300;

    private static final int BRAND = 200;
    private static final int CODE = 1_000;
    private static final int PLAIN = 100;
    private static final int MEANT = 2;

    /** No words. */
    static final Wording NONE = new Wording(List.of(), Set.of(), 0);

    /**
     * A word as typed.
     *
     * @param meant plain words that it may be a slip of or is a part of
     * @param parts plain words that it is put together of; none if it is not
     * @param rest the words that follow, where several stand for something together
     * @param same what it stands for besides, with the rest: each as plain words that are all needed
     */
    record Word(String typed, List<String> meant, List<String> parts, List<Word> rest, List<List<String>> same) {
        static Word of(String typed) {
            return new Word(typed, List.of(), List.of(), List.of(), List.of());
        }

        /** The same as a part of several that stand for something together. */
        Word with(List<Word> following, List<List<String>> others) {
            return new Word(typed, meant, parts, following, others);
        }

        private Word exactly() {
            return of(typed).with(rest.stream().map(Word::exactly).toList(), same);
        }

        private String whole() {
            return typed + String.join("", rest.stream().map(Word::typed).toList());
        }

        private boolean isGuessed() {
            return !meant.isEmpty() || rest.stream().anyMatch(Word::isGuessed);
        }
    }

    /** The same, but fewer of the words are enough. */
    Wording needing(int fewer) {
        return new Wording(words, languages, Math.max(1, fewer));
    }

    /** The words as typed, and synonyms, but no slips or parts. */
    Wording exactly() {
        return new Wording(words.stream().map(Word::exactly).toList(), languages, needed);
    }

    /** Whether some word may be a slip or a part of others. */
    boolean isGuessed() {
        return words.stream().anyMatch(Word::isGuessed);
    }

    Optional<SearchPredicate> predicate(SearchPredicateFactory make) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var found = words.stream().map(word -> phrase(make, word)).toList();
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        var together = make.bool();
        if (needed >= found.size()) {
            found.forEach(together::must);
        } else {
            found.forEach(together::should);
            together.minimumShouldMatchNumber(needed);
        }
        var code = Words.code(String.join("", words.stream().map(Word::whole).toList()));
        return Optional.of(
                code.length() < 4
                        ? together.toPredicate()
                        : make.or(
                                        together,
                                        make.match()
                                                .field(ProductFields.CODE)
                                                .matching(code)
                                                .boost(weight(CODE)))
                                .toPredicate());
    }

    /** The words as typed, or what they stand for. */
    private SearchPredicate phrase(SearchPredicateFactory make, Word word) {
        var typed = predicate(make, word);
        if (!word.rest().isEmpty()) {
            var all = make.bool().must(typed);
            word.rest().forEach(next -> all.must(predicate(make, next)));
            typed = all.toPredicate();
        }
        if (word.same().isEmpty()) {
            return typed;
        }
        var any = make.bool().should(typed);
        for (var same : word.same()) {
            var all = make.bool();
            same.forEach(one -> all.must(predicate(make, Word.of(one))));
            any.should(all);
        }
        return any.toPredicate();
    }

    private SearchPredicate predicate(SearchPredicateFactory make, Word word) {
        var any = make.bool();
        any.should(texts(make, word.typed(), 1));
        any.should(make.match().field("brandName").matching(word.typed()).boost(weight(BRAND)));
        any.should(make.match().fields("sellerNames", "tags").matching(word.typed()));
        var code = Words.code(word.typed());
        if (code.length() > 2) {
            any.should(make.match().field(ProductFields.CODE).matching(code).boost(weight(CODE)));
        }
        for (var meant : word.meant()) {
            any.should(texts(make, meant, MEANT));
            any.should(make.match().field("brandName").matching(meant).boost(weight(BRAND / MEANT)));
        }
        if (!word.parts().isEmpty()) {
            var parts = make.bool();
            word.parts().forEach(part -> parts.must(texts(make, part, MEANT)));
            any.should(parts);
        }
        return any.toPredicate();
    }

    private SearchPredicate texts(SearchPredicateFactory make, String word, int share) {
        var any = make.bool();
        for (var language : languages) {
            any.should(make.match()
                    .field(ProductFields.in(ProductFields.TITLE, language))
                    .matching(word)
                    .boost(weight(NAME / share)));
            any.should(make.match()
                    .fields(
                            ProductFields.in(ProductFields.DESCRIPTION, language),
                            ProductFields.in(ProductFields.MORE, language))
                    .matching(word)
                    .boost(weight(PLAIN / share)));
        }
        return any.toPredicate();
    }

    private static float weight(int percent) {
        return percent / 100f;
    }
}
