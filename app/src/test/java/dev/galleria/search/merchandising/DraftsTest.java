package dev.galleria.search.merchandising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Ids;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Set<String> LOCALES = Set.of("en", "de");

    private static List<Fault> path(String path) {
        return new RedirectDraft("sale", path).cleaned(LOCALES).faults();
    }

    private static List<String> codes(List<Fault> faults) {
        return faults.stream().map(Fault::code).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sale",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "https://evil.example/",
                "http:evil.example",
                "/c/x\r\nSet-Cookie: a=b",
                "/c/x%0d%0aSet-Cookie:a=b",
                "/c/\u0000",
                "/../etc",
                "/c/../../x",
                "/c/%2e%2e/%2e%2e/x",
                "/%2fevil.example",
                "/%5cevil.example",
                "/c//evil.example",
                "/c/sale\"onload=",
                "/c/<script>",
                "/c/ä",
                "/backoffice",
                "/BACKOFFICE/orders",
                "/api/v1/products",
                "/sign-out",
                "/account/orders",
                "/checkout",
                "/de//evil.example",
                "/en/\\evil",
                "/%",
                "/%zz",
                "/c/\u202eevil",
                " //evil.example",
                "/@evil.example/..//x"
            })
    void refusesWhatCouldLeadElsewhere(String path) {
        assertThat(codes(path(path))).containsExactly("path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/c/women",
                "/de/c/women",
                "/c/women?brand=nord&min=10",
                "/p/linen-dress",
                "/search?brand=nord"
            })
    void takesPagesOfTheShop(String path) {
        assertThat(path(path)).isEmpty();
        assertThat(new RedirectDraft("sale", path).cleaned(LOCALES).path()).doesNotStartWith("/de");
    }

    @Test
    void refusesToLeadFromASearchToASearch() {
        assertThat(codes(path("/search?q=sale"))).containsExactly("path-search");
        assertThat(codes(path("/search?sort=newest&q=other"))).containsExactly("path-search");
        assertThat(codes(path("/" + "a".repeat(50_000)))).containsExactly("path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "***", "((((", "\u0000\u0001", "a b c d e f", "\"\""})
    void refusesPhrasesThatCannotBeLookedFor(String phrase) {
        assertThat(codes(new RedirectDraft(phrase, "/").cleaned(LOCALES).faults()))
                .containsExactly("phrase");
        assertThat(new SynonymDraft("en", List.of(phrase, "couch"), List.of())
                        .cleaned()
                        .faults(LOCALES))
                .isNotEmpty();
    }

    @Test
    void operatorsInPhrasesAreNoOperators() {
        var draft = new SynonymDraft("en", List.of("so*fa", "title:couch~2", "(settee)"), List.of()).cleaned();

        assertThat(draft.words()).containsExactly("so fa", "title couch 2", "settee");
        assertThat(draft.faults(LOCALES)).isEmpty();
    }

    @Test
    void namesEveryFaultOfSynonymsByItsPlace() {
        var many = IntStream.range(0, 30).mapToObj(i -> "word" + i).toList();

        assertThat(codes(new SynonymDraft("en", many, List.of()).cleaned().faults(LOCALES)))
                .containsExactly("words-count");
        assertThat(codes(new SynonymDraft("en", List.of("sofa"), List.of())
                        .cleaned()
                        .faults(LOCALES)))
                .containsExactly("one-word");
        assertThat(new SynonymDraft("fr", List.of("sofa", "Sófa"), List.of("couch", "x".repeat(50_000)))
                        .cleaned()
                        .faults(LOCALES))
                .containsExactly(
                        new Fault("/locale", "unknown-locale"),
                        new Fault("/words/1", "twice"),
                        new Fault("/means/1", "phrase"));
    }

    @Test
    void namesEveryFaultOfARule() {
        var product = new ProductId(Ids.next());
        assertThat(codes(new RuleDraft(null, null, product, RuleAction.PIN, 13, null, NOW, NOW)
                        .cleaned()
                        .faults()))
                .containsExactly("scope", "position", "until");
        assertThat(codes(new RuleDraft("linen", null, product, RuleAction.BOOST, null, 101, null, null)
                        .cleaned()
                        .faults()))
                .containsExactly("points");
        assertThat(new RuleDraft("  LINEN  Dréss ", null, product, RuleAction.HIDE, 3, 4, null, null).cleaned())
                .isEqualTo(new RuleDraft("linen dress", null, product, RuleAction.HIDE, null, null, null, null));
    }

    @Test
    void aWordStandsForABoundedNumberOfOthersAndNotForTheirs() {
        var groups = IntStream.range(0, 200)
                .mapToObj(i ->
                        new Synonym(new SynonymId(Ids.next()), 0, "en", List.of("a", "b" + i), Collections.emptyList()))
                .toList();
        var meanings = new Meanings(groups, Set.of("en"));

        assertThat(meanings.of(List.of("b7"))).hasSize(1);
        assertThat(new Meanings(groups, Set.of("de")).of(List.of("a"))).hasSize(Meanings.MOST);
    }

    @Test
    void aRuleAppliesFromItsBeginToItsEnd() {
        var rule = new Rule(
                new RuleId(Ids.next()),
                0,
                "x",
                null,
                new ProductId(Ids.next()),
                RuleAction.HIDE,
                null,
                null,
                NOW,
                NOW.plusSeconds(60));

        assertThat(rule.applies(NOW.minusSeconds(1))).isFalse();
        assertThat(rule.applies(NOW)).isTrue();
        assertThat(rule.applies(NOW.plusSeconds(60))).isFalse();
    }
}
