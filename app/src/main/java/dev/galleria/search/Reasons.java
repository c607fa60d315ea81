package dev.galleria.search;

import dev.galleria.catalog.ProductId;
import dev.galleria.search.merchandising.RuleAction;
import dev.galleria.search.merchandising.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes the scores of a page apart, with the formula that has made them. */
@ApplicationScoped
class Reasons {
    @Inject
    CatalogUnit unit;

    @Inject
    Hits hits;

    @Inject
    Ranking ranking;

    @Inject
    Clock clock;

    List<Reason> of(Filter filter) {
        var weights = ranking.weights();
        var filters = filter.query().filters();
        var reasons = unit.call(session -> unit.bounded(unit.query(session)
                        .select(make -> make.composite()
                                .from(
                                        make.id(UUID.class),
                                        make.score(),
                                        make.composite()
                                                .from(
                                                        make.field("rating", Integer.class),
                                                        make.field("ratingCount", Integer.class),
                                                        make.field("sellerRating", Integer.class),
                                                        make.field("inStock", Boolean.class))
                                                .asList(),
                                        make.composite()
                                                .from(
                                                        make.field("publishedAt", Instant.class),
                                                        make.field("soldLately", Integer.class),
                                                        make.field("clicked", Integer.class),
                                                        make.field("seen", Long.class))
                                                .asList())
                                .asList(values ->
                                        reason(values, weights, filter.moved() ? filter.rules() : RuleSet.NONE)))
                        .where(make -> filter.ranked(make, hits.rank()))
                        .sort(make -> Hits.order(make, filter)))
                .fetchHits((filters.page() - 1) * filters.size(), filters.size()));
        return filters.page() == 1 && filter.moved() ? arranged(reasons, filter.rules()) : reasons;
    }

    private static List<Reason> arranged(List<Reason> reasons, RuleSet rules) {
        var byProduct = reasons.stream()
                .collect(Collectors.toMap(reason -> reason.product().value(), Function.identity()));
        return rules
                .arranged(
                        reasons.stream().map(reason -> reason.product().value()).toList())
                .stream()
                .map(byProduct::get)
                .toList();
    }

    private Reason reason(List<?> values, Weights weights, RuleSet rules) {
        var first = (List<?>) values.get(2);
        var second = (List<?>) values.get(3);
        var merits = new Merits(
                number(first.get(0)),
                number(first.get(1)),
                number(first.get(2)),
                (Boolean) first.get(3),
                clock.millis() - ((Instant) second.get(0)).toEpochMilli(),
                number(second.get(1)),
                number(second.get(2)),
                number(second.get(3)));
        var tenths = new EnumMap<Factor, Long>(Factor.class);
        var id = (UUID) values.get(0);
        int boost = rules.boosts().getOrDefault(id, 0);
        double score = ((Number) values.get(1)).doubleValue() - Moves.added(rules, id, (Boolean) first.get(3));
        long total = Math.round(score * 10);
        // What is pinned and has none of the words has not been ranked.
        boolean ranked = total > boost * 10L;
        long others = boost * 10L;
        for (var factor : Factor.values()) {
            if (factor != Factor.TEXT) {
                long points = ranked ? Math.round(weights.of(factor) * merits.of(factor, 0) * 10) : 0;
                tenths.put(factor, points);
                others += points;
            }
        }
        tenths.put(Factor.TEXT, total - others);
        return reason(id, tenths, total, rules, (Boolean) first.get(3));
    }

    private static Reason reason(UUID id, Map<Factor, Long> tenths, long total, RuleSet rules, boolean inStock) {
        var product = new ProductId(id);
        int place = rules.pinned().indexOf(id);
        if (place >= 0 && inStock) {
            return new Reason(
                    product,
                    tenths,
                    total,
                    RuleAction.PIN,
                    rules.pins().get(place).position());
        }
        if (rules.buried().contains(id)) {
            return new Reason(product, tenths, total, RuleAction.BURY, 0);
        }
        var boost = rules.boosts().get(id);
        return boost == null
                ? new Reason(product, tenths, total, null, 0)
                : new Reason(product, tenths, total, RuleAction.BOOST, boost);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
