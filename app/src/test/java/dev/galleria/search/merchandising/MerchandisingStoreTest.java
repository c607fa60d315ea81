package dev.galleria.search.merchandising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MerchandisingStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static TestDatabase database;
    private final MerchandisingStore store = store();

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static MerchandisingStore store() {
        var store = new MerchandisingStore();
        store.database = new Database() {
            @Override
            public <T> T call(Function<Handle, T> work) {
                return database.jdbi().withHandle(work::apply);
            }
        };
        return store;
    }

    @Test
    void keepsSynonymsAndRefusesToChangeWhatHasChanged() {
        var id = Ids.next();
        store.write(id, null, new SynonymDraft("en", List.of("sofa", "couch"), List.of()), NOW);
        store.write(id, 0, new SynonymDraft("en", List.of("sofa", "settee"), List.of()), NOW);

        assertThat(store.synonym(new SynonymId(id)))
                .contains(new Synonym(new SynonymId(id), 1, "en", List.of("sofa", "settee"), List.of()));
        assertThat(store.plan().meanings(Set.of("en")).of(List.of("settee"))).containsExactly(List.of("sofa"));
        assertThat(store.plan().meanings(Set.of("de")).of(List.of("settee"))).isEmpty();
        assertThatThrownBy(() -> store.write(id, 0, new SynonymDraft("en", List.of("x", "y"), List.of()), NOW))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("search/stale"));
        store.remove("search_synonym", id, 1);
        assertThat(store.synonyms()).isEmpty();
    }

    @Test
    void keepsRulesForWordsAndDepartments() {
        var product = new ProductId(Ids.next());
        var category = new CategoryId(Ids.next());
        store.write(Ids.next(), null, new RuleDraft("linen", null, product, RuleAction.PIN, 2, null, null, null), NOW);
        store.write(
                Ids.next(),
                null,
                new RuleDraft(null, category, product, RuleAction.BOOST, null, 40, NOW, NOW.plusSeconds(60)),
                NOW);
        var plan = store.plan();

        assertThat(plan.rules("Linen", Optional.of(category), NOW).pins())
                .containsExactly(new RuleSet.Pin(product.value(), 2));
        assertThat(plan.rules("", Optional.of(category), NOW).boosts()).containsEntry(product.value(), 40);
        assertThat(plan.rules("", Optional.of(category), NOW.plusSeconds(60))).isEqualTo(RuleSet.NONE);
        assertThat(plan.rules("wool", Optional.of(category), NOW)).isEqualTo(RuleSet.NONE);
    }

    @Test
    void keepsRedirectsByTheirPlainWords() {
        var id = Ids.next();
        store.write(id, null, new RedirectDraft("big sale", "/c/sale"), NOW);

        assertThat(store.plan().redirect("  BIG   Sále! ")).contains("/c/sale");
        assertThat(store.plan().redirect("big")).isEmpty();
        store.write(id, 0, new RedirectDraft("big sale", "/"), NOW);
        assertThat(store.redirect(new RedirectId(id)).orElseThrow().path()).isEqualTo("/");
    }
}
