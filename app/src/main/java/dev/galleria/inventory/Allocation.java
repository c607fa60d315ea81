package dev.galleria.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which warehouse gives what. Pure: the same stock and the same lines give the same answer. */
sealed interface Allocation {
    /** Every line is served by these takes. */
    record Fits(List<Take> takes) implements Allocation {}

    /** At least one offer has too little; all of those are named. */
    record Short(List<Shortage> shortages) implements Allocation {}

    /** So many units of one line from one warehouse. */
    record Take(int lineNo, UUID itemId, int quantity) {}

    /** All lines or none. The warehouse with the lowest priority is emptied first; a line may be split across several. */
    static Allocation of(List<Wanted> lines, List<StockItem> stock) {
        var shortages = shortages(lines, stock);
        if (!shortages.isEmpty()) {
            return new Short(shortages);
        }
        var byPriority = stock.stream()
                .sorted(Comparator.comparingInt(StockItem::priority).thenComparing(StockItem::id))
                .toList();
        Map<UUID, Integer> left = new LinkedHashMap<>();
        byPriority.forEach(item -> left.put(item.id(), item.free()));
        var takes = new ArrayList<Take>();
        for (var line : lines) {
            int open = line.quantity();
            for (var item : byPriority) {
                int part = item.offerId().equals(line.offer().value()) ? Math.min(open, left.get(item.id())) : 0;
                if (part > 0) {
                    takes.add(new Take(line.lineNo(), item.id(), part));
                    left.merge(item.id(), -part, Integer::sum);
                    open -= part;
                }
            }
        }
        return new Fits(List.copyOf(takes));
    }

    private static List<Shortage> shortages(List<Wanted> lines, List<StockItem> stock) {
        Map<UUID, Integer> free = new LinkedHashMap<>();
        stock.forEach(item -> free.merge(item.offerId(), item.free(), Math::addExact));
        Map<UUID, Wanted> sums = new LinkedHashMap<>();
        for (var line : lines) {
            sums.merge(
                    line.offer().value(),
                    line,
                    (one, other) ->
                            new Wanted(one.lineNo(), one.offer(), Math.addExact(one.quantity(), other.quantity())));
        }
        return sums.values().stream()
                .filter(wish -> wish.quantity() > free.getOrDefault(wish.offer().value(), 0))
                .map(wish -> new Shortage(
                        wish.offer(),
                        wish.quantity(),
                        Math.max(0, free.getOrDefault(wish.offer().value(), 0))))
                .toList();
    }
}
