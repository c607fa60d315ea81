package dev.galleria.pricing.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Money;
import dev.galleria.pricing.Deduction;
import dev.galleria.pricing.ParcelShipping;
import dev.galleria.pricing.PriceLine;
import dev.galleria.seller.SellerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PromotionFormulaTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final UUID VASES = new UUID(7, 7);

    /** A random cart and random promotions, the same for the same seed. */
    private record Case(
            Currency currency,
            List<PriceLine> lines,
            List<ParcelShipping> parcels,
            Map<Integer, Set<UUID>> marks,
            List<Promotion> promotions) {
        static Case of(long seed) {
            var random = new Random(seed);
            var currency = Currency.getInstance(List.of("JPY", "EUR", "KWD").get(random.nextInt(3)));
            var lines = new ArrayList<PriceLine>();
            var marks = new HashMap<Integer, Set<UUID>>();
            int count = 1 + random.nextInt(12);
            for (int no = 1; no <= count; no++) {
                // No two unit prices are the same, so that "the cheapest" is never a matter of order.
                var unit = new Money(random.nextInt(1000) * 16L + no, currency);
                lines.add(new PriceLine(
                        no,
                        new SellerId(new UUID(1, random.nextInt(3))),
                        "Vase " + no,
                        unit,
                        1 + random.nextInt(9),
                        new Money(0, currency),
                        "standard"));
                marks.put(no, random.nextBoolean() ? Set.of(VASES) : Set.of());
            }
            var parcels = new LinkedHashSet<>(
                            lines.stream().map(PriceLine::seller).toList())
                    .stream()
                            .map(seller -> new ParcelShipping(seller, new Money(random.nextInt(900), currency)))
                            .toList();
            var promotions = new ArrayList<Promotion>();
            for (int i = random.nextInt(5); i > 0; i--) {
                promotions.add(promotion(random, i));
            }
            return new Case(currency, lines, parcels, marks, promotions);
        }

        private static Promotion promotion(Random random, int id) {
            var kind = Promotion.Kind.values()[random.nextInt(5)];
            return new Promotion(
                    new UUID(9, id),
                    "P" + id,
                    kind,
                    kind == Promotion.Kind.FIXED ? 1 + random.nextInt(30_000) : 1 + random.nextInt(10_000),
                    1 + random.nextInt(3),
                    1 + random.nextInt(2),
                    Promotion.Stacking.values()[random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2)],
                    random.nextInt(3),
                    random.nextBoolean() ? 0 : random.nextInt(60_000),
                    random.nextBoolean() ? 0 : random.nextInt(12),
                    random.nextBoolean() ? Set.of() : Set.of(VASES),
                    null);
        }

        List<Deduction> deductions() {
            return PromotionFormula.deductions(currency, lines, parcels, marks, promotions);
        }
    }

    @Property(tries = 10_000)
    void nothingIsTakenOffThatIsNotThere(@ForAll long seed) {
        var one = Case.of(seed);
        var deductions = one.deductions();
        for (var line : one.lines()) {
            long off = deductions.stream()
                    .flatMap(each -> each.lines().stream())
                    .filter(each -> each.lineNo() == line.lineNo())
                    .peek(each -> assertThat(each.amount().minorUnits()).isPositive())
                    .mapToLong(each -> each.amount().minorUnits())
                    .sum();
            assertThat(off).isBetween(0L, line.worth().minorUnits());
        }
        for (var parcel : one.parcels()) {
            long off = deductions.stream()
                    .flatMap(each -> each.parcels().stream())
                    .filter(each -> each.seller().equals(parcel.seller()))
                    .mapToLong(each -> each.amount().minorUnits())
                    .sum();
            assertThat(off).isIn(0L, parcel.price().minorUnits());
        }
    }

    @Property(tries = 10_000)
    void aSlowReckoningWithFractionsFindsTheSame(@ForAll long seed) {
        var one = Case.of(seed);
        var expected = SlowPromotions.deductions(one.lines(), one.parcels(), one.marks(), one.promotions());

        var actual = new HashMap<String, Long>();
        for (var deduction : one.deductions()) {
            deduction
                    .lines()
                    .forEach(off -> actual.merge(
                            deduction.promotion() + "/" + off.lineNo(),
                            off.amount().minorUnits(),
                            Long::sum));
            deduction
                    .parcels()
                    .forEach(off -> actual.merge(
                            deduction.promotion() + "/" + off.seller(),
                            off.amount().minorUnits(),
                            Long::sum));
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Property(tries = 2_000)
    void theOrderOfPromotionsAsTheyAreReadDoesNotMatter(@ForAll long seed) {
        var one = Case.of(seed);
        var shuffled = new ArrayList<>(one.promotions());
        Collections.shuffle(shuffled, new Random(seed));
        var other = new Case(one.currency(), one.lines(), one.parcels(), one.marks(), shuffled);

        assertThat(other.deductions()).isEqualTo(one.deductions());
    }

    @Test
    void theOrderOfLinesDoesNotChangeWhatEachPercentageTakesOff() {
        var ten = percent(1000, Promotion.Stacking.COMBINABLE, 1);
        var lines = List.of(line(1, 999, 1), line(2, 1005, 3));
        var turned = List.of(lines.get(1), lines.get(0));

        assertThat(apply(turned, ten).get(0).lines())
                .containsExactlyInAnyOrderElementsOf(apply(lines, ten).get(0).lines());
    }

    @Test
    void combinedPercentagesWorkOnTheRunningPrice() {
        var deductions = apply(
                List.of(line(1, 1000, 1)),
                percent(5000, Promotion.Stacking.COMBINABLE, 1),
                percent(1000, Promotion.Stacking.COMBINABLE, 2));

        assertThat(deductions).extracting(one -> one.total(euro(0))).containsExactly(euro(500), euro(50));
    }

    @Test
    void theBestOfSeveralIsTheOnlyOneOfThem() {
        var deductions = apply(
                List.of(line(1, 1000, 1)),
                percent(1000, Promotion.Stacking.BEST_OF, 1),
                percent(3000, Promotion.Stacking.BEST_OF, 2));

        assertThat(deductions).extracting(one -> one.total(euro(0))).containsExactly(euro(300));
    }

    @Test
    void anExclusiveOneStandsAlone() {
        var deductions = apply(
                List.of(line(1, 1000, 1)),
                percent(9000, Promotion.Stacking.COMBINABLE, 1),
                percent(1000, Promotion.Stacking.EXCLUSIVE, 2));

        assertThat(deductions).extracting(one -> one.total(euro(0))).containsExactly(euro(100));
    }

    @Test
    void twoBoughtGiveTheCheapestOfThreeFree() {
        var threeForTwo = new Promotion(
                new UUID(9, 1),
                "3 for 2",
                Promotion.Kind.BUY_GET,
                Promotion.WHOLE,
                2,
                1,
                Promotion.Stacking.COMBINABLE,
                0,
                0,
                0,
                Set.of(),
                null);

        var deductions = apply(List.of(line(1, 1000, 2), line(2, 300, 1)), threeForTwo);

        assertThat(deductions.get(0).lines()).containsExactly(new Deduction.OffLine(2, euro(300)));
        assertThat(apply(List.of(line(1, 1000, 2)), threeForTwo)).isEmpty();
    }

    private static List<Deduction> apply(List<PriceLine> lines, Promotion... promotions) {
        var parcels = List.of(new ParcelShipping(new SellerId(new UUID(1, 0)), euro(490)));
        return PromotionFormula.deductions(EURO, lines, parcels, Map.of(), List.of(promotions));
    }

    private static Promotion percent(long value, Promotion.Stacking stacking, int position) {
        return new Promotion(
                new UUID(9, position),
                "P",
                Promotion.Kind.PERCENT,
                value,
                0,
                0,
                stacking,
                position,
                0,
                0,
                Set.of(),
                null);
    }

    private static PriceLine line(int no, long minor, int quantity) {
        return new PriceLine(no, new SellerId(new UUID(1, 0)), "Vase", euro(minor), quantity, euro(0), "standard");
    }

    private static Money euro(long minor) {
        return new Money(minor, EURO);
    }
}
