package dev.galleria.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.payment.Payment.Change;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Outcome OPEN = new Outcome.Open("cs_1", "https://pay");
    private static final Outcome PAID = paid("40.00", "EUR");

    private final Payment payment =
            new Payment(UUID.randomUUID(), UUID.randomUUID(), "stripe", Money.of("40.00", "EUR"), "{}", NOW);

    private static Outcome paid(String amount, String currency) {
        return new Outcome.Paid("cs_1", "pi_1", Money.of(amount, currency), "visa", "4242");
    }

    @Test
    void isCapturedOnce() {
        assertThat(payment.apply(OPEN, NOW)).isEqualTo(Change.NONE);
        assertThat(payment.apply(PAID, NOW)).isEqualTo(Change.CAPTURED);
        assertThat(payment.apply(PAID, NOW)).isEqualTo(Change.NONE);
        assertThat(payment.status().captured()).isEqualTo(Money.of("40.00", "EUR"));
    }

    @Test
    void collectsCashOnceAndNoMoreThanWasPromised() {
        assertThat(payment.collect(Money.of("40.00", "EUR"), NOW))
                .as("nothing promised")
                .isFalse();
        payment.apply(new Outcome.Promised(), NOW);
        assertThatThrownBy(() -> payment.collect(Money.of("40.01", "EUR"), NOW)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> payment.collect(Money.of("1.00", "USD"), NOW)).isInstanceOf(Problem.class);
        assertThat(payment.collect(Money.of("28.00", "EUR"), NOW)).isTrue();
        assertThat(payment.collect(Money.of("40.00", "EUR"), NOW)).isFalse();
        assertThat(payment.status().captured()).isEqualTo(Money.of("28.00", "EUR"));
        assertThatThrownBy(() -> payment.setAside(Money.of("28.01", "EUR"))).isInstanceOf(Problem.class);
        payment.setAside(Money.of("28.00", "EUR"));
    }

    @Test
    void neverGoesBackFromCaptured() {
        payment.apply(PAID, NOW);
        payment.apply(OPEN, NOW);
        payment.apply(new Outcome.Ended("cs_1", "expired"), NOW);
        payment.apply(new Outcome.Refused("no"), NOW);
        payment.apply(new Outcome.Unknown("no answer"), NOW);
        assertThat(payment.state()).isEqualTo(PaymentState.CAPTURED);
    }

    @Test
    void isUnknownWithoutAnAnswerUntilOneComes() {
        payment.apply(new Outcome.Unknown("no answer"), NOW);
        assertThat(payment.state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(payment.apply(PAID, NOW)).isEqualTo(Change.CAPTURED);
    }

    @Test
    void takesNoOtherAmountOrCurrencyForPaid() {
        assertThat(payment.apply(paid("39.99", "EUR"), NOW)).isEqualTo(Change.NONE);
        assertThat(payment.state()).isEqualTo(PaymentState.UNKNOWN);
        payment.apply(paid("40.00", "USD"), NOW);
        assertThat(payment.state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(payment.status().captured()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(payment.status().failure()).contains("40.00 USD");
    }

    @Test
    void endsAsCanceledOnlyIfThatWasAskedFor() {
        assertThat(payment.apply(new Outcome.Ended("cs_1", "expired"), NOW)).isEqualTo(Change.ENDED);
        assertThat(payment.state()).isEqualTo(PaymentState.FAILED);
    }

    @Test
    void doesNotDenyMoneyThatComesAfterTheEnd() {
        payment.askCancel();
        payment.apply(new Outcome.Ended("cs_1", "expired"), NOW);
        assertThat(payment.state()).isEqualTo(PaymentState.CANCELED);
        assertThat(payment.apply(PAID, NOW)).isEqualTo(Change.CAPTURED);
    }

    @Test
    void endsNothingByARefusalThatCanStillBePaid() {
        payment.apply(OPEN, NOW);
        payment.apply(new Outcome.Refused("no such session"), NOW);
        assertThat(payment.state()).isEqualTo(PaymentState.PENDING);
    }

    @Test
    void refundsNoMoreThanWasCaptured() {
        assertThatThrownBy(() -> payment.setAside(Money.of("0.01", "EUR"))).isInstanceOf(Problem.class);
        payment.apply(PAID, NOW);
        payment.setAside(Money.of("39.99", "EUR"));
        assertThatThrownBy(() -> payment.setAside(Money.of("0.02", "EUR"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> payment.setAside(Money.of("0.01", "USD"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> payment.setAside(Money.of("-0.01", "EUR"))).isInstanceOf(Problem.class);
        payment.setAside(Money.of("0.01", "EUR"));
        assertThat(payment.status().refunded()).isEqualTo(Money.of("40.00", "EUR"));
    }
}
