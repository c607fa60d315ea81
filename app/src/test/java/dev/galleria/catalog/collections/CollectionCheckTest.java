package dev.galleria.catalog.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.ListingQuery.Sort;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.collections.Condition.Comparison;
import dev.galleria.catalog.collections.Condition.Subject;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.ProductDraft.Words;
import dev.galleria.platform.Ids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollectionCheckTest {
    private static final ProductId CUP = new ProductId(Ids.next());
    private static final Condition STOCK = new Condition(Subject.STOCK, Comparison.IS, List.of());

    @Test
    void aRuleIsKept() {
        assertThat(faults(of(
                        condition(Subject.BRAND, Comparison.IS, " lindholt ", "lindholt"),
                        condition(Subject.TAG, Comparison.IS_NOT, "Clay"),
                        condition(Subject.PRICE, Comparison.AT_MOST, "12.50"),
                        condition(Subject.AGE, Comparison.AT_LEAST, "0"),
                        STOCK)))
                .isEmpty();
    }

    @Test
    void wordsAreKeptOnceAndTagsInSmallLetters() {
        var rule = RuleCheck.normalized(
                new Rule(Rule.Match.ANY, List.of(condition(Subject.TAG, Comparison.IS, " Clay", "clay", "", "GIFT"))));

        assertThat(rule.conditions().get(0).values()).containsExactly("clay", "gift");
    }

    @Test
    void aRuleHasSomeConditionsButNotAThousand() {
        assertThat(faults(of())).containsExactly("/rule/conditions missing");
        assertThat(faults(of(Collections.nCopies(50, STOCK).toArray(Condition[]::new))))
                .isEmpty();
        assertThat(faults(of(Collections.nCopies(1_000, STOCK).toArray(Condition[]::new))))
                .containsExactly("/rule/conditions too-many");
    }

    @Test
    void valuesFitWhatTheyAreComparedWith() {
        assertThat(faults(of(condition(Subject.PRICE, Comparison.IS, "5"))))
                .containsExactly("/rule/conditions/0/comparison comparison");
        assertThat(faults(of(condition(Subject.BRAND, Comparison.IS, "nobody"))))
                .containsExactly("/rule/conditions/0/values/0 unknown-word");
        assertThat(faults(of(condition(Subject.BRAND, Comparison.IS))))
                .containsExactly("/rule/conditions/0/values missing");
        assertThat(faults(of(condition(Subject.STOCK, Comparison.IS, "yes"))))
                .containsExactly("/rule/conditions/0/values too-many");
        for (var amount : List.of("-5", "5,00", "1e3", "12.505", "9999999999999", "5; DROP TABLE", "NaN")) {
            assertThat(faults(of(condition(Subject.PRICE, Comparison.AT_MOST, amount))))
                    .as(amount)
                    .containsExactly("/rule/conditions/0/values one-amount");
        }
        for (var days : List.of("-1", "36501", "1.5", "999999")) {
            assertThat(faults(of(condition(Subject.AGE, Comparison.AT_MOST, days))))
                    .as(days)
                    .containsExactly("/rule/conditions/0/values one-number");
        }
        var many = new ArrayList<String>();
        for (int i = 0; i < 101; i++) {
            many.add("t" + i);
        }
        assertThat(faults(of(condition(Subject.TAG, Comparison.IS, many.toArray(String[]::new)))))
                .containsExactly("/rule/conditions/0/values too-many");
    }

    @Test
    void eitherARuleOrProducts() {
        assertThat(faults(draft(null, null, Sort.NEWEST))).containsExactly("/rule rule-or-products");
        assertThat(faults(draft(new Rule(Rule.Match.ALL, List.of(STOCK)), List.of(), Sort.NEWEST)))
                .containsExactly("/rule rule-or-products");
        assertThat(faults(draft(new Rule(Rule.Match.ALL, List.of(STOCK)), null, Sort.FEATURED)))
                .containsExactly("/sort picked-order");
        assertThat(faults(draft(null, List.of(CUP), Sort.FEATURED))).isEmpty();
        assertThat(faults(draft(null, List.of(CUP, CUP, new ProductId(Ids.next())), Sort.FEATURED)))
                .containsExactly("/products/1 twice", "/products/2 unknown");
    }

    private static CollectionDraft of(Condition... conditions) {
        return draft(new Rule(Rule.Match.ALL, List.of(conditions)), null, Sort.NEWEST);
    }

    private static Condition condition(Subject subject, Comparison comparison, String... values) {
        return new Condition(subject, comparison, List.of(values));
    }

    private static CollectionDraft draft(Rule rule, List<ProductId> products, Sort sort) {
        return new CollectionDraft(null, true, 1, Map.of("en", new Words("Gifts", "")), sort, rule, products);
    }

    private static List<String> faults(CollectionDraft draft) {
        RuleCheck.Words words = (subject, all) -> subject == Subject.TAG ? Set.copyOf(all) : Set.of("lindholt");
        var known = new CollectionCheck.Known(
                new LinkedHashSet<>(List.of("en", "de")),
                "en",
                Currency.getInstance("EUR"),
                false,
                Set.of(CUP.value()),
                words);
        return CollectionCheck.faults(CollectionCheck.normalized(draft), known).stream()
                .map((Fault fault) -> fault.pointer() + ' ' + fault.code())
                .toList();
    }
}
