package dev.galleria.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FailPointTest {
    @Test
    void isRefusedWhereMoneyIsReal() {
        assertThatThrownBy(() -> FailPoint.check(true, false)).hasMessageContaining("is for tests");
        assertThatCode(() -> FailPoint.check(true, true)).doesNotThrowAnyException();
        assertThatCode(() -> FailPoint.check(false, false)).doesNotThrowAnyException();
    }

    @Test
    void readsPlacesAndActions() {
        assertThat(FailPoint.read("checkout.reserved=halt, order.committed-before-answer=sleep:20,nonsense"))
                .isEqualTo(Map.of("checkout.reserved", "halt", "order.committed-before-answer", "sleep:20"));
        assertThat(FailPoint.read("")).isEmpty();
    }

    @Test
    void doesNothingUnlessNamed() {
        assertThatCode(() -> FailPoint.hit("checkout.reserved")).doesNotThrowAnyException();
    }
}
