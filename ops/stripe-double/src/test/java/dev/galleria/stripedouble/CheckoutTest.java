package dev.galleria.stripedouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
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
    void showsAnOpenSessionAsStripeDoes() throws Exception {
        Session session = create();

        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(session.getPaymentIntent()).isNull();
        assertThat(session.getAmountTotal()).isEqualTo(10_390L);
        assertThat(session.getClientReferenceId()).isEqualTo("order-7");
        assertThat(stripe.v1()
                        .checkout()
                        .sessions()
                        .lineItems()
                        .list(session.getId())
                        .getData())
                .extracting(line -> line.getAmountTotal())
                .containsExactly(9_800L, 590L);
        HttpResponse<String> page = scene.get(session.getUrl());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("no real money", "Linen &lt;shirt&gt;", "€103.90", "http://atelier.localhost:8080/cart")
                .doesNotContain("{{");
    }

    @Test
    void paysOnThePageOnceHoweverOftenItIsSubmitted() throws Exception {
        Session session = create();

        HttpResponse<String> first = submit(session, "4242 4242 4242 4242");
        HttpResponse<String> second = submit(session, "4242 4242 4242 4242");

        assertThat(first.statusCode()).isEqualTo(303);
        String back = "http://atelier.localhost:8080/done?session=" + session.getId();
        assertThat(first.headers().firstValue("Location")).contains(back);
        assertThat(second.headers().firstValue("Location")).contains(back);
        Session paid = stripe.v1()
                .checkout()
                .sessions()
                .retrieve(
                        session.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent.latest_charge")
                                .build());
        assertThat(paid.getStatus()).isEqualTo("complete");
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        PaymentIntent intent = paid.getPaymentIntentObject();
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getAmountReceived()).isEqualTo(10_390L);
        assertThat(intent.getMetadata()).containsEntry("payment", "p-7");
        Charge charge = intent.getLatestChargeObject();
        assertThat(charge.getPaymentMethodDetails().getCard().getBrand()).isEqualTo("visa");
        assertThat(charge.getPaymentMethodDetails().getCard().getLast4()).isEqualTo("4242");
        assertThat(scene.facts("atelier").path("captured").path("eur").asLong()).isEqualTo(10_390L);
        assertThat(stripe.v1()
                        .checkout()
                        .sessions()
                        .list(SessionListParams.builder()
                                .setPaymentIntent(intent.getId())
                                .build())
                        .getData())
                .extracting(Session::getId)
                .containsExactly(session.getId());
    }

    @Test
    void letsTheShopperTryAnotherCardAfterADecline() throws Exception {
        Session session = create();

        HttpResponse<String> declined = submit(session, "4000000000000002");
        assertThat(declined.headers().firstValue("Location").orElseThrow()).startsWith("/c/pay/" + session.getId());
        assertThat(scene.get(session.getUrl()).body()).contains("Your card was declined.");
        submit(session, "4000000000009995");
        assertThat(scene.get(session.getUrl()).body()).contains("insufficient funds");
        Session open = stripe.v1().checkout().sessions().retrieve(session.getId());
        assertThat(open.getStatus()).isEqualTo("open");
        submit(session, "4242424242424242");

        Session paid = stripe.v1().checkout().sessions().retrieve(session.getId());
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getPaymentIntent()).isEqualTo(open.getPaymentIntent());
        assertThat(stripe.v1().charges().list().getData())
                .extracting(Charge::getStatus)
                .containsExactly("succeeded", "failed", "failed");
    }

    @Test
    void asksTheBankForSomeCards() throws Exception {
        Session session = create();

        String bank = submit(session, "4000002500003155")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(bank).startsWith("/c/authenticate/pi_");
        assertThat(scene.get(bank).body()).contains("Complete", "Fail");
        scene.post(bank, "result=fail");
        assertThat(scene.get(session.getUrl()).body()).contains("unable to authenticate");
        submit(session, "4000002500003155");
        HttpResponse<String> complete = scene.post(bank, "result=complete");

        assertThat(complete.headers().firstValue("Location").orElseThrow()).contains("/done?session=");
        assertThat(scene.facts("atelier").path("facts")).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithTheForm() throws Exception {
        Session session = create();

        Map<String, String> input = Map.of("email", "x", "card", "1234", "expiry", "01/20", "cvc", "1", "name", " ");
        HttpResponse<String> answer = scene.post(session.getUrl(), Scene.form(input));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("role=\"alert\"", "id=\"card-error\"", "id=\"expiry-error\"", "value=\"1234\"");
        assertThat(scene.facts("atelier").path("facts")).isEmpty();
    }

    @Test
    void speaksTheLanguageOfTheSession() throws Exception {
        SessionCreateParams params =
                Scene.order().setLocale(SessionCreateParams.Locale.DE).build();
        Session session = stripe.v1().checkout().sessions().create(params);

        assertThat(scene.get(session.getUrl()).body()).contains("lang=\"de\"", "103,90", "Kartennummer");
    }

    @Test
    void expiresOnceAndTakesNoMoneyAfterwards() throws Exception {
        Session session = create();

        assertThat(stripe.v1().checkout().sessions().expire(session.getId()).getStatus())
                .isEqualTo("expired");
        assertThat(submit(session, "4242424242424242").statusCode()).isEqualTo(410);

        assertThatThrownBy(() -> stripe.v1().checkout().sessions().expire(session.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("status of `expired`");
        assertThat(scene.facts("atelier").path("facts")).isEmpty();
    }

    @Test
    void refusesWhatStripeRefuses() {
        assertThatThrownBy(() -> stripe.v1()
                        .checkout()
                        .sessions()
                        .create(Scene.order()
                                .setExpiresAt(Instant.now().getEpochSecond() + 60)
                                .build()))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.getParam())
                        .isEqualTo("expires_at"));
        assertThatThrownBy(() -> stripe.v1()
                        .checkout()
                        .sessions()
                        .create(Scene.order().setAllowPromotionCodes(true).build()))
                .hasMessageContaining("unknown parameter: allow_promotion_codes");
    }

    @Test
    void keepsAccountsApart() throws Exception {
        Session session = create();

        assertThatThrownBy(
                        () -> scene.client("gearhub").v1().checkout().sessions().retrieve(session.getId()))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(404);
                    assertThat(e.getCode()).isEqualTo("resource_missing");
                });
        assertThatThrownBy(() -> StripeClient.builder()
                        .setApiKey("sk_live_atelier")
                        .setApiBase(session.getUrl().replaceFirst("/c/.*", ""))
                        .build()
                        .v1()
                        .charges()
                        .list())
                .isInstanceOf(AuthenticationException.class);
    }

    private Session create() throws Exception {
        return stripe.v1().checkout().sessions().create(Scene.order().build());
    }

    private HttpResponse<String> submit(Session session, String card) throws Exception {
        return scene.post(session.getUrl(), Scene.form(Scene.card(card)));
    }
}
