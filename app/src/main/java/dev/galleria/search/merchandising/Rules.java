package dev.galleria.search.merchandising;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.CategoryNode;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current marketplace's rules, at most {@value #MOST} and {@value RuleSet#MOST} for one list. A rule that has changed
 * since it was seen is a Problem (CONFLICT), an unknown one NOT_FOUND. Who may call is decided at the edge.
 */
@ApplicationScoped
@Transactional
public class Rules {
    /** The most rules. */
    public static final int MOST = 2_000;

    @Inject
    MerchandisingStore store;

    @Inject
    Merchandising merchandising;

    @Inject
    Catalog catalog;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /** All, those for words first. */
    public List<Rule> list() {
        return store.rules();
    }

    public Rule read(RuleId id) {
        return store.rule(id).orElseThrow(() -> Problem.notFound("search/unknown", id));
    }

    /** Adds a rule for a product that is on sale now. */
    public Edit add(RuleDraft draft) {
        if (store.rules().size() >= MOST) {
            throw Problem.refused("search/too-many", MOST);
        }
        return write(Ids.next(), null, draft);
    }

    public Edit change(RuleId id, int version, RuleDraft draft) {
        return write(read(id).id().value(), version, draft);
    }

    public void remove(RuleId id, int version) {
        store.remove("search_rule", read(id).id().value(), version);
        merchandising.changed();
    }

    private Edit write(UUID id, @Nullable Integer version, RuleDraft entered) {
        var draft = entered.cleaned();
        var faults = new ArrayList<>(draft.faults());
        var locale = tenancy.current().defaultLocale();
        if (catalog.summaries(List.of(draft.product()), locale).isEmpty()) {
            faults.add(new Fault("/product", "unknown-product"));
        }
        var category = draft.category();
        if (category != null && !knows(catalog.tree(locale), category)) {
            faults.add(new Fault("/category", "unknown-category"));
        }
        if (faults.isEmpty() && besides(id, draft) >= RuleSet.MOST) {
            faults.add(new Fault("/query", "rules-for-one"));
        }
        if (!faults.isEmpty()) {
            return new Edit.Invalid(faults);
        }
        store.write(id, version, draft, clock.instant());
        merchandising.changed();
        return new Edit.Done(id);
    }

    private long besides(UUID id, RuleDraft draft) {
        return store.rules().stream()
                .filter(rule -> !rule.id().value().equals(id))
                .filter(rule -> Objects.equals(rule.query(), draft.query())
                        && Objects.equals(rule.category(), draft.category()))
                .count();
    }

    private static boolean knows(List<CategoryNode> nodes, CategoryId id) {
        return nodes.stream().anyMatch(node -> node.id().equals(id) || knows(node.children(), id));
    }
}
