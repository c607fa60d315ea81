package dev.galleria.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.OfferId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartContentTest {
    private static final OfferId VASE = new OfferId(new UUID(0, 1));
    private static final OfferId LAMP = new OfferId(new UUID(0, 2));

    @Test
    void mergesOnceHoweverOftenItIsRepeated() {
        var visitor = CartContent.empty().put(line(VASE, 2)).put(line(LAMP, 1));
        var account = CartContent.empty().put(line(VASE, 3));

        var merged = account.merge(visitor).merge(visitor);

        assertThat(merged.quantity(VASE)).isEqualTo(5);
        assertThat(merged.quantity(LAMP)).isEqualTo(1);
    }

    @Test
    void mergingStopsAtTheLimitOfALine() {
        var merged = CartContent.empty()
                .put(line(VASE, 60))
                .merge(CartContent.empty().put(line(VASE, 60)));

        assertThat(merged.quantity(VASE)).isEqualTo(Quantity.MAX);
    }

    @Test
    void mergingStopsAtTheLimitOfLines() {
        var full = CartContent.empty();
        for (int i = 0; i < CartContent.MAX_LINES; i++) {
            full = full.put(line(new OfferId(new UUID(7, i)), 1));
        }

        var merged = full.merge(CartContent.empty().put(line(VASE, 1)));

        assertThat(merged.lines()).hasSize(CartContent.MAX_LINES);
        assertThat(merged.quantity(VASE)).isZero();
    }

    @Test
    void keepsWhatWasNotBought() {
        var left = CartContent.empty().put(line(VASE, 3)).put(line(LAMP, 1)).minus(Map.of(VASE, 2, LAMP, 1));

        assertThat(left.quantity(VASE)).isEqualTo(1);
        assertThat(left.lines()).hasSize(1);
    }

    @Test
    void forgetsTheOldestOfManyKeys() {
        var content = CartContent.empty();
        for (int i = 0; i < 60; i++) {
            content = content.remember("add:" + i);
        }

        assertThat(content.done()).hasSize(50);
        assertThat(content.hasDone("add:9")).isFalse();
        assertThat(content.hasDone("add:10")).isTrue();
    }

    @Test
    void keepsTheOrderOfLinesWhenOneChanges() {
        var content = CartContent.empty().put(line(VASE, 1)).put(line(LAMP, 1)).put(line(VASE, 5));

        assertThat(content.lines()).extracting(CartContent.Line::offer).containsExactly(VASE, LAMP);
        assertThat(content.count()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "1.5", "1e9", "100", "2147483648", "NaN", "0x10", "１", "null", "[\"1\"]", "+1"})
    void readsNoQuantityFrom(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", " 7 ", "99", "09"})
    void readsAQuantityFrom(String text) {
        assertThat(Quantity.parse(text)).isPresent();
    }

    private static CartContent.Line line(OfferId offer, int quantity) {
        return new CartContent.Line(offer, "Vase", quantity, 1_200, null);
    }
}
