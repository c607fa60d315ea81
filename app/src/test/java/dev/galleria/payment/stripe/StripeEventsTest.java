package dev.galleria.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import dev.galleria.payment.Notice;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StripeEventsTest {
    private static final String SECRET = "whsec_test";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final UUID PAYMENT = UUID.fromString("01a20469-ac61-716a-ad1e-9df15511b511");
    private static final String BODY =
            """
            {"id":"evt_1","type":"checkout.session.completed","livemode":false,"api_version":"2019-01-01",
             "data":{"object":{"id":"cs_1","metadata":{"payment":"%s"}}}}"""
                    .formatted(PAYMENT);

    private static boolean signed(String body, String secret, long offset) throws Exception {
        var header = Webhook.Signature.generateSignatureHeader(BODY, secret, NOW.getEpochSecond() + offset);
        return StripeEvents.signed(body, header, SECRET, CLOCK);
    }

    @Test
    void acceptsWhatIsSignedWithinFiveMinutesEitherWay() throws Exception {
        assertThat(signed(BODY, SECRET, 0)).isTrue();
        assertThat(signed(BODY, SECRET, -300)).isTrue();
        assertThat(signed(BODY, SECRET, 300)).isTrue();
        assertThat(signed(BODY, SECRET, -301)).isFalse();
        assertThat(signed(BODY, SECRET, 301)).isFalse();
    }

    @Test
    void refusesOtherSecretsOtherBodiesAndNoSignature() throws Exception {
        assertThat(signed(BODY, "whsec_other", 0)).isFalse();
        assertThat(signed(BODY + " ", SECRET, 0)).isFalse();
        assertThat(StripeEvents.signed(BODY, "", SECRET, CLOCK)).isFalse();
        assertThat(StripeEvents.signed(BODY, "t=99999999999999999999,v1=00", SECRET, CLOCK))
                .isFalse();
    }

    @Test
    void readsEventsOfAnyVersion() {
        assertThat(StripeEvents.read(BODY, false))
                .isEqualTo(new Notice("evt_1", "checkout.session.completed", Notice.Kind.PAYMENT, PAYMENT, "cs_1", ""));
    }

    @Test
    void showsWhatCannotBeUnderstoodAndIgnoresWhatIsOfNoInterest() {
        assertThat(StripeEvents.read("<html>", false).kind()).isEqualTo(Notice.Kind.ATTENTION);
        assertThat(StripeEvents.read("{\"id\":\"evt_1\"}", false).kind()).isEqualTo(Notice.Kind.ATTENTION);
        assertThat(StripeEvents.read(BODY, true).kind()).isEqualTo(Notice.Kind.ATTENTION);
        assertThat(StripeEvents.read(BODY.replace("checkout.session.completed", "tax_id.created"), false)
                        .kind())
                .isEqualTo(Notice.Kind.OTHER);
    }
}
