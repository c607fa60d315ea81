package dev.galleria.order;

import static dev.galleria.order.OrderState.CANCELED;
import static dev.galleria.order.OrderState.CONFIRMED;
import static dev.galleria.order.OrderState.DELIVERED;
import static dev.galleria.order.OrderState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.platform.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderStateTest {

    @Test
    void anOrderIsAsFarAsItsSlowestPart() {
        assertThat(OrderState.of(List.of(SHIPPED, CONFIRMED))).isEqualTo(CONFIRMED);
        assertThat(OrderState.of(List.of(SHIPPED, DELIVERED))).isEqualTo(SHIPPED);
        assertThat(OrderState.of(List.of(CANCELED, DELIVERED))).isEqualTo(DELIVERED);
        assertThat(OrderState.of(List.of(CANCELED, CANCELED))).isEqualTo(CANCELED);
    }

    @ParameterizedTest
    @CsvSource({"CONFIRMED,SHIPPED", "CONFIRMED,CANCELED", "SHIPPED,DELIVERED"})
    void goesForward(OrderState from, OrderState to) {
        assertThat(from.mayBecome(to)).isTrue();
        assertThat(to.mayBecome(from)).isFalse();
    }

    @Test
    void nothingSentIsCanceledAndNothingSkipped() {
        assertThat(SHIPPED.mayBecome(CANCELED)).isFalse();
        assertThat(DELIVERED.mayBecome(CANCELED)).isFalse();
        assertThat(CONFIRMED.mayBecome(DELIVERED)).isFalse();
        assertThat(CANCELED.mayBecome(SHIPPED)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "x", "DHL\nPost", "<b>DHL</b>", "a very long name of a carrier that nobody prints"})
    void refusesCarriers(String carrier) {
        assertThatThrownBy(() -> new Parcel(carrier, "123456")).isInstanceOf(Problem.class);
    }

    @Test
    void knowsWhereKnownCarriersShowTheWay() {
        assertThat(new Parcel("UPS", "1Z 999").trackingUrl()).isEqualTo("https://www.ups.com/track?tracknum=1Z+999");
        assertThat(new Parcel("Post", "1234").trackingUrl()).isNull();
    }

    @Test
    void escapesWhatLikeWouldReadAsPatterns() {
        assertThat(new OrderFilter(null, "50%_\\", 0, 20).pattern()).isEqualTo("%50\\%\\_\\\\%");
    }
}
