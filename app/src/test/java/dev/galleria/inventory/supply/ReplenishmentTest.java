package dev.galleria.inventory.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.inventory.supply.Replenishment.Demand;
import dev.galleria.inventory.supply.Replenishment.Step;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReplenishmentTest {
    @Test
    void ordersWhatWillSellUntilItComesAndWhatIsOwed() {
        // 30 in 28 days are 15 in 14 days; 5 in reserve, 3 owed, 8 there, 4 under way.
        assertThat(Replenishment.of(new Demand(30, 28, 14, 5, 8, 3, 4)).units()).isEqualTo(11);
        assertThat(Replenishment.of(new Demand(1, 28, 14, 0, 0, 0, 0)).units())
                .as("rounded up")
                .isEqualTo(1);
        assertThat(Replenishment.of(new Demand(0, 28, 14, 0, 0, 0, 0)).units()).isZero();
    }

    @Property
    void theStepsAddUpAndTheAnswerCoversTheDemand(
            @ForAll @IntRange(max = 1_000_000) int sold,
            @ForAll @IntRange(min = 1, max = 365) int days,
            @ForAll @IntRange(max = 365) int lead,
            @ForAll @IntRange(max = 1_000_000) int onHand,
            @ForAll @IntRange(max = 1_000_000) int promised,
            @ForAll @IntRange(max = 1_000_000) int incoming) {
        var suggestion = Replenishment.of(new Demand(sold, days, lead, 7, onHand, promised, incoming));
        assertThat(suggestion.units())
                .isEqualTo(Math.max(
                        0, suggestion.steps().stream().mapToLong(Step::units).sum()));
        long covered = (suggestion.units() + onHand + incoming - promised - 7) * days;
        assertThat(covered).isGreaterThanOrEqualTo((long) sold * lead);
        if (suggestion.units() > 0) {
            assertThat(covered - days).as("one less would not do").isLessThan((long) sold * lead);
        }
    }
}
