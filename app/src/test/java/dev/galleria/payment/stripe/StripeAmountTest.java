package dev.galleria.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.platform.Money;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeAmountTest {
    @ParameterizedTest
    @CsvSource({
        "EUR, 1234, 1234",
        "JPY, 1234, 1234",
        "KWD, 1230, 1230",
        "ISK, 1234, 123400",
        "UGX, 5, 500",
        "MGA, 1200, 12"
    })
    void countsAsStripeDoesAndBack(String code, long ours, long stripes) {
        var currency = Currency.getInstance(code);

        assertThat(StripeAmount.of(ours, currency)).isEqualTo(stripes);
        assertThat(StripeAmount.money(stripes, currency)).isEqualTo(new Money(ours, currency));
    }

    @Test
    void neverRoundsMoney() {
        var ariary = Currency.getInstance("MGA");
        var krona = Currency.getInstance("ISK");

        assertThat(StripeAmount.has(1250, ariary)).isFalse();
        assertThatThrownBy(() -> StripeAmount.of(1250, ariary)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> StripeAmount.money(150, krona)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> StripeAmount.of(Long.MAX_VALUE, krona)).isInstanceOf(ArithmeticException.class);
    }
}
