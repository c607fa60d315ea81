package dev.galleria.stripedouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentsTest {
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
    void refundsInPartsButNeverMoreThanWasCaptured() throws Exception {
        PaymentIntent intent = paid(5_000);

        Refund part = refund(intent, 2_000L);
        assertThat(part.getStatus()).isEqualTo("succeeded");
        assertThatThrownBy(() -> refund(intent, 3_001L)).isInstanceOfSatisfying(InvalidRequestException.class, e -> {
            assertThat(e.getParam()).isEqualTo("amount");
            assertThat(e.getMessage()).contains("greater than unrefunded amount");
        });
        assertThat(refund(intent, null).getAmount()).isEqualTo(3_000L);
        assertThatThrownBy(() -> refund(intent, 1L))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.getCode())
                        .isEqualTo("charge_already_refunded"));

        Charge charge = stripe.v1().charges().retrieve(intent.getLatestCharge());
        assertThat(charge.getRefunded()).isTrue();
        assertThat(charge.getAmountRefunded()).isEqualTo(5_000L);
        assertThat(scene.facts("atelier").path("refunded").path("usd").asLong()).isEqualTo(5_000L);
        assertThat(stripe.v1()
                        .refunds()
                        .list(RefundListParams.builder()
                                .setPaymentIntent(intent.getId())
                                .build())
                        .getData())
                .extracting(Refund::getAmount)
                .containsExactly(3_000L, 2_000L);
        assertThat(stripe.v1()
                        .balanceTransactions()
                        .retrieve(part.getBalanceTransaction())
                        .getNet())
                .isEqualTo(-2_000L);
    }

    @Test
    void authorizesFirstAndCapturesLater() throws Exception {
        PaymentIntent intent = stripe.v1()
                .paymentIntents()
                .create(params(5_000)
                        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                        .build());
        assertThat(intent.getStatus()).isEqualTo("requires_capture");
        assertThat(scene.facts("atelier").path("facts")).isEmpty();

        PaymentIntent captured = stripe.v1()
                .paymentIntents()
                .capture(
                        intent.getId(),
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(4_000L)
                                .build());

        assertThat(captured.getAmountReceived()).isEqualTo(4_000L);
        assertThat(refund(captured, null).getAmount()).isEqualTo(4_000L);
        assertThatThrownBy(() -> stripe.v1().paymentIntents().cancel(intent.getId()))
                .hasMessageContaining("status of succeeded");
    }

    @Test
    void letsAnAuthorizationOfASessionBeCaptured() throws Exception {
        SessionCreateParams.PaymentIntentData data = SessionCreateParams.PaymentIntentData.builder()
                .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                .build();
        Session session = stripe.v1()
                .checkout()
                .sessions()
                .create(Scene.order().setPaymentIntentData(data).build());
        scene.pay(session, "pm_card_visa");
        Session complete = stripe.v1().checkout().sessions().retrieve(session.getId());
        assertThat(complete.getStatus()).isEqualTo("complete");
        assertThat(complete.getPaymentStatus()).isEqualTo("unpaid");

        stripe.v1().paymentIntents().capture(complete.getPaymentIntent());

        assertThat(stripe.v1().checkout().sessions().retrieve(session.getId()).getPaymentStatus())
                .isEqualTo("paid");
    }

    @Test
    void tellsADeclineAsACardError() {
        assertThatThrownBy(() -> stripe.v1()
                        .paymentIntents()
                        .create(params(5_000)
                                .setPaymentMethod("pm_card_visa_chargeDeclinedInsufficientFunds")
                                .build()))
                .isInstanceOfSatisfying(CardException.class, e -> {
                    assertThat(e.getCode()).isEqualTo("card_declined");
                    assertThat(e.getDeclineCode()).isEqualTo("insufficient_funds");
                    assertThat(e.getStripeError().getPaymentIntent().getStatus())
                            .isEqualTo("requires_payment_method");
                });
    }

    @Test
    void findsByMetadataAndPagesThroughLists() throws Exception {
        PaymentIntent first = paid(1_000);
        for (int i = 0; i < 11; i++) {
            paid(2_000 + i);
        }

        String query = "metadata['amount']:'1000' AND -status:'canceled'";
        assertThat(stripe.v1()
                        .paymentIntents()
                        .search(PaymentIntentSearchParams.builder()
                                .setQuery(query)
                                .build())
                        .getData())
                .extracting(PaymentIntent::getId)
                .containsExactly(first.getId());
        int seen = 0;
        for (PaymentIntent ignored : stripe.v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().setLimit(5L).build())
                .autoPagingIterable()) {
            seen++;
        }
        assertThat(seen).isEqualTo(12);
    }

    private PaymentIntentCreateParams.Builder params(long amount) {
        return PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency("usd")
                .putMetadata("amount", String.valueOf(amount))
                .setPaymentMethod("pm_card_visa")
                .setConfirm(true);
    }

    private PaymentIntent paid(long amount) throws Exception {
        return stripe.v1().paymentIntents().create(params(amount).build());
    }

    private Refund refund(PaymentIntent intent, Long amount) throws Exception {
        return stripe.v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(intent.getId())
                        .setAmount(amount)
                        .build());
    }
}
