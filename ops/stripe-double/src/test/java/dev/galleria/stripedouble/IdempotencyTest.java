package dev.galleria.stripedouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyTest {
    @TempDir
    Path ledger;

    private Scene scene;
    private StripeClient stripe;

    @BeforeEach
    void start() throws Exception {
        scene = new Scene(ledger);
        stripe = scene.client("atelier");
    }

    @AfterEach
    void stop() throws Exception {
        scene.close();
    }

    @Test
    void givesTheFirstAnswerAgainEvenAfterARestart() throws Exception {
        PaymentIntent first = pay(900, "pm_card_visa", "key-1");
        PaymentIntent again = pay(900, "pm_card_visa", "key-1");
        scene.restart();
        stripe = scene.client("atelier");
        PaymentIntent afterRestart = pay(900, "pm_card_visa", "key-1");

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(afterRestart.getId()).isEqualTo(first.getId());
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
        assertThat(scene.facts("atelier").path("facts")).hasSize(1);
    }

    @Test
    void keepsADeclineToo() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> pay(900, "pm_card_visa_chargeDeclined", "key-1"))
                    .isInstanceOf(CardException.class);
        }
        assertThat(stripe.v1().charges().list().getData()).hasSize(1);
    }

    @Test
    void refusesTheSameKeyForSomethingElse() throws Exception {
        pay(900, "pm_card_visa", "key-1");

        assertThatThrownBy(() -> pay(901, "pm_card_visa", "key-1"))
                .isInstanceOf(IdempotencyException.class)
                .hasMessageContaining("same parameters");
        assertThatThrownBy(() ->
                        stripe.v1().checkout().sessions().create(Scene.order().build(), Scene.key("key-1")))
                .isInstanceOf(IdempotencyException.class)
                .hasMessageContaining("same endpoint");
        stripe = scene.client("gearhub");
        assertThat(pay(901, "pm_card_visa", "key-1").getAmount()).isEqualTo(901L);
    }

    @Test
    void leavesTheKeyUnusedWhenParametersAreInvalid() throws Exception {
        assertThatThrownBy(() -> pay(1, "pm_card_visa", "key-1")).hasMessageContaining("at least 50");

        assertThat(pay(900, "pm_card_visa", "key-1").getStatus()).isEqualTo("succeeded");
    }

    @Test
    void refusesAKeyThatIsInUse() throws Exception {
        scene.fault("{\"operation\":\"payment_intents.create\",\"kind\":\"slow\",\"millis\":600}");
        CompletableFuture<PaymentIntent> slow = CompletableFuture.supplyAsync(() -> {
            try {
                return pay(900, "pm_card_visa", "key-1");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (scene.facts("atelier").path("facts").isEmpty()) {
            Thread.sleep(20);
        }

        assertThatThrownBy(() -> pay(900, "pm_card_visa", "key-1")).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.getStatusCode()).isEqualTo(409);
            assertThat(e.getCode()).isEqualTo("idempotency_key_in_use");
        });
        assertThat(slow.get().getId())
                .isEqualTo(pay(900, "pm_card_visa", "key-1").getId());
    }

    private PaymentIntent pay(long amount, String card, String key) throws Exception {
        PaymentIntentCreateParams params = PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency("eur")
                .setPaymentMethod(card)
                .setConfirm(true)
                .build();
        return stripe.v1().paymentIntents().create(params, Scene.key(key));
    }
}
