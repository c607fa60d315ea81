package dev.galleria.stripedouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
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

    @ParameterizedTest
    @CsvSource({
        "charge_then_no_answer, 1",
        "charge_then_reset, 1",
        "no_charge_no_answer, 0",
    })
    void breaksTheConnectionWithOrWithoutACharge(String kind, int captures) throws Exception {
        arm(kind);

        assertThatThrownBy(this::pay).isInstanceOf(ApiConnectionException.class);

        assertThat(scene.facts("atelier").path("facts")).hasSize(captures);
        PaymentIntent settled = pay();
        assertThat(settled.getStatus()).isEqualTo("succeeded");
        assertThat(scene.facts("atelier").path("facts")).hasSize(1);
    }

    @Test
    void cutsTheAnswerShort() throws Exception {
        arm("truncated");

        // What stripe-java makes of it depends on the JDK: unreadable JSON up to 21, a premature end in 25.
        assertThatThrownBy(this::pay).isInstanceOf(StripeException.class);
        assertThat(pay().getStatus()).isEqualTo("succeeded");
        assertThat(scene.facts("atelier").path("facts")).hasSize(1);
    }

    @Test
    void resetsTheConnectionForReal() throws Exception {
        arm("charge_then_reset");

        assertThatThrownBy(this::pay).rootCause().hasMessageContaining("Connection reset");
    }

    @Test
    void answers500AfterTheChargeAndKeepsThatAnswer() throws Exception {
        arm("error_after_charge");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::pay).isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.getStatusCode())
                    .isEqualTo(500));
        }
        assertThat(scene.facts("atelier").path("facts")).hasSize(1);
        assertThat(stripe.v1().paymentIntents().list().getData())
                .extracting(PaymentIntent::getStatus)
                .containsExactly("succeeded");
    }

    @Test
    void answers500WithoutACharge() throws Exception {
        arm("error_without_charge");

        assertThatThrownBy(this::pay).isInstanceOf(ApiException.class);
        assertThat(stripe.v1().paymentIntents().list().getData()).isEmpty();
    }

    @Test
    void limitsTheRate() throws Exception {
        arm("rate_limited");

        assertThatThrownBy(this::pay).isInstanceOf(RateLimitException.class);
        assertThat(pay().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void answersLate() throws Exception {
        scene.fault("{\"operation\":\"payment_intents.create\",\"kind\":\"slow\",\"millis\":250}");

        long start = System.nanoTime();
        pay();

        assertThat(System.nanoTime() - start).isGreaterThan(250_000_000L);
    }

    @Test
    void hitsOnlyTheNamedAccountAndOperationUntilReset() throws Exception {
        scene.fault("[{\"account\":\"gearhub\",\"kind\":\"rate_limited\",\"count\":-1},"
                + "{\"account\":\"atelier\",\"operation\":\"refunds.create\",\"kind\":\"rate_limited\"}]");

        assertThat(pay().getStatus()).isEqualTo("succeeded");
        StripeClient other = scene.client("gearhub");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> other.v1().charges().list()).isInstanceOf(RateLimitException.class);
        }
        scene.post("/_double/reset-faults", "");
        assertThat(other.v1().charges().list().getData()).isEmpty();
    }

    @Test
    void refusesAnUnknownFault() throws Exception {
        assertThat(scene.post("/_double/faults", "{\"kind\":\"explode\"}").statusCode())
                .isEqualTo(400);
    }

    private void arm(String kind) throws Exception {
        scene.fault("{\"account\":\"atelier\",\"operation\":\"payment_intents.create\",\"kind\":\"" + kind
                + "\",\"millis\":50}");
    }

    private PaymentIntent pay() throws Exception {
        PaymentIntentCreateParams params = PaymentIntentCreateParams.builder()
                .setAmount(900L)
                .setCurrency("eur")
                .setPaymentMethod("pm_card_visa")
                .setConfirm(true)
                .build();
        return stripe.v1().paymentIntents().create(params, Scene.key("one-key"));
    }
}
