package dev.galleria.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one offer over time. Whoever announces a reduction must state the lowest price of the 30 days before it began
 * (Directive 98/6/EC on the indication of prices, Article 6a, as amended by Directive (EU) 2019/2161).
 */
final class PriceHistory {
    private static final Duration PERIOD = Duration.ofDays(30);

    private final List<Step> steps;

    /** What was agreed at one moment and held until the next terms: a price and perhaps a sale with its window. */
    record Terms(
            Instant since,
            long priceMinor,
            @Nullable Long saleMinor,
            @Nullable Instant saleFrom,
            @Nullable Instant saleTo,
            boolean active) {

        private long priceAt(Instant moment) {
            boolean running = saleMinor != null
                    && saleFrom != null
                    && saleTo != null
                    && !moment.isBefore(saleFrom)
                    && moment.isBefore(saleTo);
            return running ? saleMinor : priceMinor;
        }
    }

    private record Step(Instant from, long minor, boolean active) {}

    private PriceHistory(List<Step> steps) {
        this.steps = steps;
    }

    /** Of terms in the order of their making. */
    static PriceHistory of(List<Terms> terms) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < terms.size(); i++) {
            var one = terms.get(i);
            var end = i + 1 < terms.size() ? terms.get(i + 1).since() : Instant.MAX;
            var changes = new TreeSet<Instant>();
            changes.add(one.since());
            for (var turn : new Instant[] {one.saleFrom(), one.saleTo()}) {
                if (turn != null && turn.isAfter(one.since()) && turn.isBefore(end)) {
                    changes.add(turn);
                }
            }
            for (var from : changes) {
                if (from.isBefore(end)) {
                    add(steps, new Step(from, one.priceAt(from), one.active()));
                }
            }
        }
        return new PriceHistory(steps);
    }

    private static void add(List<Step> steps, Step next) {
        var last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (last == null || last.minor() != next.minor() || last.active() != next.active()) {
            steps.add(next);
        }
    }

    /**
     * The lowest price, in minor units, of the 30 days before the price of that moment began to apply; empty when nothing was
     * asked before. Each further reduction begins anew.
     */
    OptionalLong lowestBefore(Instant now) {
        int current = -1;
        for (int i = 0; i < steps.size() && !steps.get(i).from().isAfter(now); i++) {
            current = i;
        }
        if (current < 0) {
            return OptionalLong.empty();
        }
        // A pause in which nothing was offered does not make the same price a new one.
        int began = current;
        long price = steps.get(current).minor();
        while (began > 0
                && (!steps.get(began - 1).active() || steps.get(began - 1).minor() == price)) {
            began--;
        }
        var until = steps.get(began).from();
        var since = until.minus(PERIOD);
        var lowest = OptionalLong.empty();
        for (int i = 0; i < began; i++) {
            boolean inPeriod = steps.get(i + 1).from().isAfter(since);
            long minor = steps.get(i).minor();
            if (inPeriod && steps.get(i).active() && (lowest.isEmpty() || minor < lowest.getAsLong())) {
                lowest = OptionalLong.of(minor);
            }
        }
        return lowest;
    }
}
