package dev.galleria.inventory;

import dev.galleria.inventory.Allocation.Why;
import dev.galleria.inventory.SendRule.Aim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the ways to send what is wanted. A way is a set of warehouses, emptied in the order of the rule; the set whose
 * figures are smallest, aim by aim, wins, and of equal ones the one that was thought of first. All sets are compared up to
 * {@link #MOST} warehouses, beyond that only the one of all.
 */
final class SendPlans {
    static final int MOST = 10;

    private final Map<UUID, Integer> wanted;
    private final List<StockItem> ordered;
    private final List<UUID> warehouses;
    private final SendRule rule;
    private final @Nullable String country;

    /** Units from each row of stock, by the row's id. */
    record Plan(Map<UUID, Integer> units, Why why) {}

    private SendPlans(Map<UUID, Integer> wanted, List<StockItem> stock, SendRule rule, @Nullable String country) {
        this.wanted = wanted;
        this.rule = rule;
        this.country = country;
        ordered = stock.stream()
                .filter(item -> item.free() > 0 && wanted.getOrDefault(item.offerId(), 0) > 0)
                .sorted(byRule().thenComparing(StockItem::id))
                .toList();
        warehouses = ordered.stream().map(StockItem::warehouseId).distinct().toList();
    }

    /** There must be enough of everything that is wanted. */
    static Plan best(Map<UUID, Integer> wanted, List<StockItem> stock, SendRule rule, @Nullable String country) {
        return new SendPlans(wanted, stock, rule, country).best();
    }

    private Plan best() {
        int all = (1 << Math.min(warehouses.size(), MOST)) - 1;
        if (warehouses.size() < 2 || warehouses.size() > MOST) {
            var units = fill(item -> true);
            return new Plan(units, new Why(rule.ranking(), scores(units), 1));
        }
        Plan best = null;
        for (int set = 1; set <= all; set++) {
            int chosen = set;
            var units = fill(item -> (chosen >> warehouses.indexOf(item.warehouseId()) & 1) == 1);
            if (complete(units)) {
                var plan = new Plan(units, new Why(rule.ranking(), scores(units), all));
                best = best == null || better(plan, best) ? plan : best;
            }
        }
        if (best == null) {
            throw new IllegalStateException("too little of " + wanted);
        }
        return best;
    }

    private Map<UUID, Integer> fill(Predicate<StockItem> allowed) {
        var open = new HashMap<>(wanted);
        var units = new LinkedHashMap<UUID, Integer>();
        for (var item : ordered) {
            int part = allowed.test(item) ? Math.min(item.free(), open.getOrDefault(item.offerId(), 0)) : 0;
            if (part > 0) {
                units.put(item.id(), part);
                open.merge(item.offerId(), -part, Integer::sum);
            }
        }
        return units;
    }

    private boolean complete(Map<UUID, Integer> units) {
        return units.values().stream().mapToInt(Integer::intValue).sum()
                == wanted.values().stream().mapToInt(Integer::intValue).sum();
    }

    private List<Long> scores(Map<UUID, Integer> units) {
        var scores = new ArrayList<Long>();
        for (var aim : rule.ranking()) {
            scores.add(
                    aim == Aim.PARCELS
                            ? ordered.stream()
                                    .filter(item -> units.containsKey(item.id()))
                                    .map(StockItem::warehouseId)
                                    .distinct()
                                    .count()
                            : ordered.stream()
                                    .filter(item -> units.containsKey(item.id()))
                                    .mapToLong(item -> Math.multiplyExact(cost(aim, item), (long) units.get(item.id())))
                                    .sum());
        }
        return scores;
    }

    private static boolean better(Plan one, Plan other) {
        for (int i = 0; i < one.why().scores().size(); i++) {
            int order = one.why().scores().get(i).compareTo(other.why().scores().get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    /** The order in which a set of warehouses is emptied: by all aims that are a warehouse's own. */
    private Comparator<StockItem> byRule() {
        Comparator<StockItem> order = Comparator.comparingInt(item -> 0);
        for (var aim : rule.ranking()) {
            if (aim != Aim.PARCELS) {
                order = order.thenComparingLong(item -> cost(aim, item));
            }
        }
        return order;
    }

    private long cost(Aim aim, StockItem item) {
        return aim == Aim.PRIORITY ? item.priority() : Distance.between(item.country(), country);
    }
}
