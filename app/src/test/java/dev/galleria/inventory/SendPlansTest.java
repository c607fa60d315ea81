package dev.galleria.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.SendRule.Aim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No way to send is better than the chosen one: compared with every way there is, however the units are spread. */
class SendPlansTest {
    private static final List<String> COUNTRIES = List.of("DE", "AT", "PL", "US");

    @Property(tries = 1000)
    void nothingIsBetter(@ForAll long seed) {
        var random = new Random(seed);
        var offers = List.of(UUID.randomUUID(), UUID.randomUUID());
        var stock = stock(offers, random);
        var rule = rule(random);
        var country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        var lines = new ArrayList<Wanted>();
        for (int line = 1; line <= 1 + random.nextInt(3); line++) {
            lines.add(new Wanted(line, new OfferId(offers.get(random.nextInt(2))), 1 + random.nextInt(3)));
        }
        var answer = Allocation.of(lines, stock, rule, country);
        Map<UUID, Integer> wanted = new HashMap<>();
        lines.forEach(line -> wanted.merge(line.offer().value(), line.quantity(), Integer::sum));
        boolean enough = offers.stream()
                .allMatch(offer -> stock.stream()
                                .filter(item -> item.offerId().equals(offer))
                                .mapToInt(StockItem::free)
                                .sum()
                        >= wanted.getOrDefault(offer, 0));
        assertThat(answer instanceof Allocation.Fits).isEqualTo(enough);
        if (answer instanceof Allocation.Fits fits) {
            assertThat(scores(taken(fits), stock, rule, country))
                    .isEqualTo(fits.why().scores());
            serves(lines, fits, stock);
            every(wanted, stock, 0, new HashMap<>(), units -> assertThat(Arrays.compare(
                            array(scores(units, stock, rule, country)),
                            array(fits.why().scores())))
                    .as("%s is better than %s", units, fits)
                    .isGreaterThanOrEqualTo(0));
        }
    }

    private static void serves(List<Wanted> lines, Allocation.Fits fits, List<StockItem> stock) {
        for (var line : lines) {
            assertThat(fits.takes().stream()
                            .filter(take -> take.lineNo() == line.lineNo())
                            .mapToInt(Allocation.Take::quantity)
                            .sum())
                    .isEqualTo(line.quantity());
        }
        var taken = taken(fits);
        stock.forEach(item -> assertThat(taken.getOrDefault(item.id(), 0)).isLessThanOrEqualTo(item.free()));
    }

    private static List<StockItem> stock(List<UUID> offers, Random random) {
        var stock = new ArrayList<StockItem>();
        for (int house = 0; house < 1 + random.nextInt(3); house++) {
            var warehouse = UUID.randomUUID();
            var country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
            int priority = random.nextInt(3);
            for (var offer : offers) {
                stock.add(AllocationTest.item(offer, warehouse, random.nextInt(4), 0, priority, country));
            }
        }
        return stock;
    }

    private static SendRule rule(Random random) {
        var aims = new ArrayList<>(List.of(Aim.values()));
        Collections.shuffle(aims, random);
        return new SendRule(aims);
    }

    private static Map<UUID, Integer> taken(Allocation.Fits fits) {
        Map<UUID, Integer> taken = new HashMap<>();
        fits.takes().forEach(take -> taken.merge(take.itemId(), take.quantity(), Integer::sum));
        return taken;
    }

    /** Written anew on purpose: the figures that the aims stand for. */
    private static List<Long> scores(Map<UUID, Integer> units, List<StockItem> stock, SendRule rule, String country) {
        long priority = 0;
        long distance = 0;
        var houses = new HashSet<UUID>();
        for (var item : stock) {
            int part = units.getOrDefault(item.id(), 0);
            if (part > 0) {
                houses.add(item.warehouseId());
                priority += (long) item.priority() * part;
                distance += (long) Distance.between(item.country(), country) * part;
            }
        }
        var scores = new ArrayList<Long>();
        for (var aim : rule.ranking()) {
            scores.add(
                    switch (aim) {
                        case PRIORITY -> priority;
                        case DISTANCE -> distance;
                        case PARCELS -> (long) houses.size();
                    });
        }
        return scores;
    }

    private static long[] array(List<Long> scores) {
        return scores.stream().mapToLong(Long::longValue).toArray();
    }

    private interface Way {
        void take(Map<UUID, Integer> units);
    }

    private static void every(
            Map<UUID, Integer> open, List<StockItem> stock, int at, Map<UUID, Integer> units, Way way) {
        if (at == stock.size()) {
            if (open.values().stream().allMatch(left -> left == 0)) {
                way.take(units);
            }
            return;
        }
        var item = stock.get(at);
        int most = Math.min(item.free(), open.getOrDefault(item.offerId(), 0));
        for (int part = 0; part <= most; part++) {
            var left = new HashMap<>(open);
            left.merge(item.offerId(), -part, Integer::sum);
            var chosen = new HashMap<>(units);
            chosen.put(item.id(), part);
            every(left, stock, at + 1, chosen, way);
        }
    }
}
