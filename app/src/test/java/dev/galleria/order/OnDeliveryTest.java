package dev.galleria.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.payment.PaymentId;
import dev.galleria.payment.PaymentState;
import dev.galleria.payment.PaymentStatus;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnDeliveryTest {
    @Test
    void theCourierBringsAllOfItWhereNothingWentBack() {
        assertThat(OnDelivery.due(promised(0, 0), back(0))).isEqualTo(eur(6_000));
    }

    @Test
    void whatWasWaivedIsNotBrought() {
        assertThat(OnDelivery.due(promised(0, 0), back(1_500))).isEqualTo(eur(4_500));
    }

    @Test
    void whatCreditHasGivenBackIsNotTakenOffTheCash() {
        assertThat(OnDelivery.due(promised(4_000, 1_500), back(1_500))).isEqualTo(eur(6_000));
        assertThat(OnDelivery.due(promised(4_000, 4_000), back(5_000))).isEqualTo(eur(5_000));
        assertThat(OnDelivery.due(promised(4_000, 4_000), back(10_000))).isEqualTo(eur(0));
    }

    private static PaymentStatus promised(long credit, long creditBack) {
        var id = new PaymentId(Ids.next());
        return new PaymentStatus(
                id,
                Ids.next(),
                "cod",
                PaymentState.AUTHORIZED,
                eur(6_000),
                eur(credit),
                eur(creditBack),
                null,
                null,
                null);
    }

    private static List<Refundable> back(long minor) {
        return List.of(
                new Refundable(1, 1, 2, 9_000, 0, 0, Math.min(minor, 9_000), 0),
                new Refundable(1, 0, 0, 1_000, 0, 0, Math.max(0, minor - 9_000), 0));
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
