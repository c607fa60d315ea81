package dev.galleria.inventory;

import dev.galleria.inventory.SendRule.Aim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which warehouse gives what. Pure: the same stock, lines and rule give the same answer. */
sealed interface Allocation {
    /** Every line is served by these takes. */
    record Fits(List<Take> takes, Why why) implements Allocation {}

    /** At least one offer has too little; all of those are named. */
    record Short(List<Shortage> shortages) implements Allocation {}

    /** So many units of one line from one warehouse; promised ones are still to come. */
    record Take(int lineNo, UUID itemId, int quantity, boolean promised) {}

    /**
     * What spoke for these takes.
     *
     * @param ranking what counted, the most important first
     * @param scores what was reached in each respect, smaller is better
     * @param considered how many ways to send were compared
     */
    record Why(List<Aim> ranking, List<Long> scores, int considered) {}

    /** All lines or none, by the rule of a marketplace that has said nothing, not knowing where to. */
    static Allocation of(List<Wanted> lines, List<StockItem> stock) {
        return of(lines, stock, SendRule.DEFAULT, null);
    }

    /**
     * All lines or none; a line may be split across several warehouses. What lies on a shelf is taken before anything is
     * promised.
     */
    static Allocation of(List<Wanted> lines, List<StockItem> stock, SendRule rule, @Nullable String country) {
        var demand = demand(lines);
        var shortages = shortages(demand.values(), stock);
        if (!shortages.isEmpty()) {
            return new Short(shortages);
        }
        var fromShelves = new HashMap<UUID, Integer>();
        var free = sums(stock, false);
        demand.forEach((offer, wish) -> fromShelves.put(offer, Math.min(wish.quantity(), free.getOrDefault(offer, 0))));
        var plan = SendPlans.best(fromShelves, stock, rule, country);
        return new Fits(takes(lines, stock, plan.units()), plan.why());
    }

    /** Deals out what the plan takes from each row to the lines in their order, then what is promised. */
    private static List<Take> takes(List<Wanted> lines, List<StockItem> stock, Map<UUID, Integer> units) {
        var left = new LinkedHashMap<>(units);
        var more = new LinkedHashMap<UUID, Integer>();
        stock.forEach(item -> more.put(item.id(), item.more()));
        Map<UUID, StockItem> byId = new HashMap<>();
        stock.forEach(item -> byId.put(item.id(), item));
        var takes = new ArrayList<Take>();
        for (var line : lines) {
            int open = deal(line, line.quantity(), left, byId, false, takes);
            deal(line, open, more, byId, true, takes);
        }
        return List.copyOf(takes);
    }

    private static int deal(
            Wanted line,
            int open,
            Map<UUID, Integer> left,
            Map<UUID, StockItem> byId,
            boolean promised,
            List<Take> takes) {
        int rest = open;
        for (var entry : left.entrySet()) {
            boolean same =
                    byId.get(entry.getKey()).offerId().equals(line.offer().value());
            int part = same ? Math.min(rest, entry.getValue()) : 0;
            if (part > 0) {
                takes.add(new Take(line.lineNo(), entry.getKey(), part, promised));
                entry.setValue(entry.getValue() - part);
                rest -= part;
            }
        }
        return rest;
    }

    private static Map<UUID, Wanted> demand(List<Wanted> lines) {
        Map<UUID, Wanted> sums = new LinkedHashMap<>();
        for (var line : lines) {
            sums.merge(
                    line.offer().value(),
                    line,
                    (one, other) ->
                            new Wanted(one.lineNo(), one.offer(), Math.addExact(one.quantity(), other.quantity())));
        }
        return sums;
    }

    private static List<Shortage> shortages(Collection<Wanted> demand, List<StockItem> stock) {
        var orderable = sums(stock, true);
        return demand.stream()
                .filter(wish ->
                        wish.quantity() > orderable.getOrDefault(wish.offer().value(), 0))
                .map(wish -> new Shortage(
                        wish.offer(),
                        wish.quantity(),
                        Math.max(0, orderable.getOrDefault(wish.offer().value(), 0))))
                .toList();
    }

    private static Map<UUID, Integer> sums(List<StockItem> stock, boolean withPromises) {
        Map<UUID, Integer> sums = new HashMap<>();
        stock.forEach(
                item -> sums.merge(item.offerId(), item.free() + (withPromises ? item.more() : 0), Math::addExact));
        return sums;
    }
}
