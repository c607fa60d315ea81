package dev.galleria.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.PriceHistory.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void statesThePriceBeforeAReduction() {
        assertThat(lowest(price(90, 5_000), price(2, 4_000))).hasValue(5_000);
    }

    @Test
    void takesTheLowestOfThirtyDays() {
        assertThat(lowest(price(60, 5_000), price(20, 3_900), price(15, 5_000), price(2, 4_000)))
                .hasValue(3_900);
    }

    @Test
    void forgetsWhatEndedEarlier() {
        assertThat(lowest(price(90, 3_000), price(40, 5_000), price(2, 4_000))).hasValue(5_000);
    }

    @Test
    void countsAPriceThatStillHeldWhenThePeriodBegan() {
        assertThat(lowest(price(90, 3_000), price(31, 5_000), price(2, 4_000))).hasValue(3_000);
    }

    @Test
    void beginsASaleAtItsFirstSecond() {
        var sale = new Terms(ago(50), 5_000, 4_000L, ago(3), ago(-3), true);

        assertThat(PriceHistory.of(List.of(sale)).lowestBefore(NOW)).hasValue(5_000);
    }

    @Test
    void countsAnEarlierSale() {
        var first = new Terms(ago(50), 5_000, 3_500L, ago(20), ago(18), true);
        var second = new Terms(ago(10), 5_000, 4_000L, ago(3), ago(-3), true);

        assertThat(PriceHistory.of(List.of(first, second)).lowestBefore(NOW)).hasValue(3_500);
    }

    @Test
    void isNotFooledByRepeatingAPriceOrPausing() {
        assertThat(lowest(price(90, 5_000), price(20, 4_000), price(1, 4_000))).hasValue(5_000);
        assertThat(lowest(
                        price(90, 5_000),
                        price(20, 4_000),
                        new Terms(ago(5), 9_900, null, null, null, false),
                        price(1, 4_000)))
                .hasValue(5_000);
    }

    @Test
    void knowsNothingOfWhatWasNeverOffered() {
        assertThat(lowest(price(5, 4_000))).isEmpty();
        assertThat(PriceHistory.of(List.of()).lowestBefore(NOW)).isEmpty();
        assertThat(lowest(new Terms(ago(9), 100, null, null, null, false), price(5, 4_000)))
                .isEmpty();
    }

    @Test
    void doesNotLookIntoTheFuture() {
        var sale = new Terms(ago(50), 5_000, 4_000L, ago(-1), ago(-3), true);

        assertThat(PriceHistory.of(List.of(sale)).lowestBefore(NOW)).isEmpty();
    }

    private static OptionalLong lowest(Terms... terms) {
        return PriceHistory.of(List.of(terms)).lowestBefore(NOW);
    }

    private static Terms price(int daysAgo, long minor) {
        return new Terms(ago(daysAgo), minor, null, null, null, true);
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
