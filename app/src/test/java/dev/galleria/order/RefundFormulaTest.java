package dev.galleria.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RefundFormulaTest {
    @Test
    void threeUnitsOfTenComeToTenWhateverTheirOrder() {
        var line = new Refundable(1, 1, 3, 1000, 160, 0, 0, 0);

        var first = RefundFormula.units(line, 1);
        var second = RefundFormula.units(line.less(first), 1);
        var third = RefundFormula.units(line.less(first).less(second), 1);

        assertThat(List.of(first.amount(), second.amount(), third.amount())).containsExactly(333L, 334L, 333L);
        assertThat(first.tax() + second.tax() + third.tax()).isEqualTo(160);
    }

    @Test
    void anAmountIsTakenInProportionAndToTheUnit() {
        var from = List.of(
                new Refundable(1, 1, 1, 100, 0, 0, 0, 0),
                new Refundable(1, 2, 1, 100, 0, 0, 0, 0),
                new Refundable(1, 0, 0, 100, 0, 0, 0, 0));

        var shares = RefundFormula.amount(from, 100);

        assertThat(shares).extracting(Refundable.Share::amount).containsExactlyInAnyOrder(34L, 33L, 33L);
    }

    @Test
    void moreThanIsLeftIsRefused() {
        var line = new Refundable(1, 1, 2, 100, 0, 1, 50, 0);

        assertThatThrownBy(() -> RefundFormula.units(line, 2)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> RefundFormula.amount(List.of(line), 51)).isInstanceOf(Problem.class);
    }

    /** Ten thousand orders, each refunded bit by bit in random order until nothing is left: never a minor unit too much or too few. */
    @Property(tries = 10_000)
    void allRefundsTogetherAreTheOrder(@ForAll long seed) {
        var random = new Random(seed);
        var order = order(random);
        long total = order.stream().mapToLong(Refundable::total).sum();
        long tax = order.stream().mapToLong(Refundable::tax).sum();
        var state = new ArrayList<>(order);
        long back = 0;
        long taxBack = 0;
        for (int step = 0; step < 40; step++) {
            for (var share : refund(random, state, step == 39)) {
                if (share.amount() < 0 || share.tax() < 0) {
                    throw new AssertionError(share);
                }
                back += share.amount();
                taxBack += share.tax();
                state.replaceAll(one ->
                        one.partNo() == share.partNo() && one.lineNo() == share.lineNo() ? one.less(share) : one);
            }
            if (back > total) {
                throw new AssertionError(back + " of " + total);
            }
        }
        assertThat(back).isEqualTo(total);
        assertThat(taxBack).isEqualTo(tax);
        assertThat(state).allMatch(one -> one.rest() == 0 && one.units() == 0 && one.taxBack() == one.tax());
    }

    private static List<Refundable> order(Random random) {
        var order = new ArrayList<Refundable>();
        int line = 0;
        int scale = List.of(100, 10_000, 5_000_000).get(random.nextInt(3));
        for (int part = 1; part <= 1 + random.nextInt(3); part++) {
            for (int at = 0; at < 1 + random.nextInt(4); at++) {
                long total = random.nextInt(scale);
                order.add(new Refundable(part, ++line, 1 + random.nextInt(9), total, tax(random, total), 0, 0, 0));
            }
            long shipping = random.nextInt(1000);
            order.add(new Refundable(part, 0, 0, shipping, tax(random, shipping), 0, 0, 0));
        }
        return order;
    }

    private static long tax(Random random, long total) {
        return total == 0 ? 0 : random.nextLong(total + 1);
    }

    private static List<Refundable.Share> refund(Random random, List<Refundable> state, boolean last) {
        if (last) {
            return RefundFormula.rest(state);
        }
        if (random.nextInt(3) == 0) {
            long left = state.stream().mapToLong(Refundable::rest).sum();
            return left == 0 ? List.of() : RefundFormula.amount(state, 1 + random.nextLong(left));
        }
        var lines = state.stream().filter(one -> one.units() > 0).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        var line = lines.get(random.nextInt(lines.size()));
        return List.of(RefundFormula.units(line, 1 + random.nextInt(line.units())));
    }
}
