package dev.galleria.search;

import dev.galleria.search.merchandising.RuleSet;
import java.util.UUID;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * Rules as parts of a query: what is pinned is found besides, and points are added to the score that no ranking reaches, so that
 * hits, counts and pages come from one query. Pinned products come first in their order and are put at their places afterwards.
 */
final class Moves {
    /** More than any ranking and all boosts come to. */
    static final int AHEAD = 1_000;

    /** Of the last pinned product; each before it has {@link #AHEAD} more. */
    private static final int PINNED = 10 * AHEAD;

    private Moves() {}

    /** What is found, or pinned and can be delivered. */
    static SearchPredicate orPinned(SearchPredicateFactory make, SearchPredicate found, RuleSet rules) {
        if (rules.pins().isEmpty()) {
            return found;
        }
        return make.or(
                        found,
                        make.bool()
                                .filter(make.id().matchingAny(rules.pinned()))
                                .filter(make.match().field("inStock").matching(true))
                                .toPredicate())
                .toPredicate();
    }

    /** The same documents in another order. */
    static PredicateFinalStep of(SearchPredicateFactory make, PredicateFinalStep found, RuleSet rules) {
        var all = make.bool().must(found);
        int above = rules.pins().size();
        for (var pin : rules.pins()) {
            above--;
            all.should(make.bool()
                    .filter(make.id().matching(pin.product()))
                    .filter(make.match().field("inStock").matching(true))
                    .constantScore()
                    .boost(PINNED + above * AHEAD));
        }
        rules.boosts()
                .forEach((product, points) ->
                        all.should(make.id().matching(product).constantScore().boost(points)));
        if (!rules.buried().isEmpty()) {
            all.should(make.not(make.id().matchingAny(rules.buried()))
                    .constantScore()
                    .boost(AHEAD));
        }
        return all;
    }

    /** What {@link #of} has added to a product's score because others are buried, or because it is pinned. */
    static int added(RuleSet rules, UUID product, boolean inStock) {
        int added = rules.buried().isEmpty() || rules.buried().contains(product) ? 0 : AHEAD;
        int place = rules.pinned().indexOf(product);
        return place < 0 || !inStock ? added : added + PINNED + (rules.pins().size() - 1 - place) * AHEAD;
    }
}
