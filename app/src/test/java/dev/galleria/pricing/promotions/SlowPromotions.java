package dev.galleria.pricing.promotions;

import dev.galleria.pricing.ParcelShipping;
import dev.galleria.pricing.PriceLine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What promotions take off, reckoned piece by piece as one would on paper; written without the formula. */
final class SlowPromotions {
    private final List<PriceLine> lines;
    private final Map<Integer, Set<UUID>> marks;
    private final Map<String, Long> shipping = new LinkedHashMap<>();
    private final Map<Integer, Long> price = new HashMap<>();

    private SlowPromotions(List<PriceLine> lines, List<ParcelShipping> parcels, Map<Integer, Set<UUID>> marks) {
        this.lines = lines;
        this.marks = marks;
        lines.forEach(line -> price.put(line.lineNo(), line.unitPrice().minorUnits() * line.quantity()));
        parcels.forEach(parcel ->
                shipping.put(parcel.seller().toString(), parcel.price().minorUnits()));
    }

    /** Minor units by "promotion/line number" and "promotion/seller". */
    static Map<String, Long> deductions(
            List<PriceLine> lines,
            List<ParcelShipping> parcels,
            Map<Integer, Set<UUID>> marks,
            List<Promotion> promotions) {
        var order = new ArrayList<>(promotions);
        order.sort(Comparator.<Promotion>comparingInt(one -> one.position()).thenComparing(one -> one.id()));
        var slow = new SlowPromotions(lines, parcels, marks);
        Map<String, Long> best = Map.of();
        for (var one : order) {
            var off = slow.off(one);
            if (one.stacking() == Promotion.Stacking.EXCLUSIVE && sum(off) > 0) {
                return off;
            }
            if (one.stacking() == Promotion.Stacking.BEST_OF && sum(off) > sum(best)) {
                best = off;
            }
        }
        var all = new HashMap<>(best);
        slow.take(best);
        for (var one : order) {
            if (one.stacking() == Promotion.Stacking.COMBINABLE) {
                var off = slow.off(one);
                all.putAll(off);
                slow.take(off);
            }
        }
        return all;
    }

    private static long sum(Map<String, Long> off) {
        return off.values().stream().mapToLong(Long::longValue).sum();
    }

    private void take(Map<String, Long> off) {
        off.forEach((key, amount) -> {
            var what = key.substring(key.indexOf('/') + 1);
            if (shipping.containsKey(what)) {
                shipping.put(what, shipping.get(what) - amount);
            } else {
                price.merge(Integer.parseInt(what), -amount, Long::sum);
            }
        });
    }

    private Map<String, Long> off(Promotion one) {
        var mine = new ArrayList<PriceLine>();
        long worth = 0;
        int pieces = 0;
        boolean any = false;
        for (var line : lines) {
            boolean hit =
                    one.targets().isEmpty() || one.targets().stream().anyMatch(marks.get(line.lineNo())::contains);
            if (hit) {
                mine.add(line);
            }
            if (hit != (one.kind() == Promotion.Kind.GIFT)) {
                any = true;
                worth += line.unitPrice().minorUnits() * line.quantity();
                pieces += line.quantity();
            }
        }
        Map<String, Long> off = new HashMap<>();
        if (!any || worth < one.minSubtotal() || pieces < one.minQuantity()) {
            return off;
        }
        switch (one.kind()) {
            case PERCENT ->
                mine.forEach(line ->
                        off.put(one.id() + "/" + line.lineNo(), share(price.get(line.lineNo()), one.value(), 10_000)));
            case FIXED -> spread(one, mine, off);
            case BUY_GET -> units(one, mine, pieces / (one.buy() + one.get()) * one.get(), one.value(), off);
            case GIFT -> units(one, mine, 1, 10_000, off);
            case FREE_SHIPPING ->
                mine.forEach(line -> off.put(
                        one.id() + "/" + line.seller(),
                        shipping.get(line.seller().toString())));
        }
        off.values().removeIf(amount -> amount == 0);
        return off;
    }

    private void units(Promotion one, List<PriceLine> mine, int free, long value, Map<String, Long> off) {
        var units = new ArrayList<PriceLine>();
        mine.forEach(line -> {
            for (int i = 0; i < line.quantity(); i++) {
                units.add(line);
            }
        });
        units.sort(Comparator.comparingLong(line -> line.unitPrice().minorUnits()));
        var count = new HashMap<PriceLine, Integer>();
        units.subList(0, Math.min(free, units.size())).forEach(line -> count.merge(line, 1, Integer::sum));
        count.forEach((line, number) -> off.put(
                one.id() + "/" + line.lineNo(),
                share(price.get(line.lineNo()), number * value, line.quantity() * 10_000L)));
    }

    /** Each line first gets the whole part of its share; the minor units left go to the largest fractions. */
    private void spread(Promotion one, List<PriceLine> mine, Map<String, Long> off) {
        long all = mine.stream().mapToLong(line -> price.get(line.lineNo())).sum();
        if (all == 0) {
            return;
        }
        long amount = Math.min(one.value(), all);
        var byFraction = new ArrayList<PriceLine>();
        long rest = amount;
        for (var line : mine) {
            var exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(price.get(line.lineNo())));
            long whole = exact.divide(BigInteger.valueOf(all)).longValueExact();
            off.put(one.id() + "/" + line.lineNo(), whole);
            rest -= whole;
            byFraction.add(line);
        }
        byFraction.sort(Comparator.comparing((PriceLine line) -> BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(price.get(line.lineNo())))
                        .mod(BigInteger.valueOf(all)))
                .reversed());
        for (int i = 0; i < rest; i++) {
            off.merge(one.id() + "/" + byFraction.get(i).lineNo(), 1L, Long::sum);
        }
    }

    private static long share(long amount, long numerator, long denominator) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
