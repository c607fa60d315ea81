package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.platform.Seal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 4 of the promises where the gateway delivers: what is not signed has no effect, what is signed is only a hint. */
@RunAsClient
class HostileWebhooksJourneyIT extends InApplication {
    private final Shop shop = new Shop("atelier");
    private ShopBooks books;
    private String secret;
    private long now;

    @BeforeEach
    void ready() {
        Ready.await();
        books = new ShopBooks("atelier");
        secret = secret("atelier");
        now = Instant.now().getEpochSecond();
    }

    @Test
    @DisplayName("76: no signature, another's, of another body or time, a huge body, another content type")
    void takesOnlyWhatIsSignedNow() {
        long events = books.number("SELECT count(*) FROM gateway_event");
        var body = event("payment_intent.succeeded", false, "{}");
        var elsewhere = secret("gearhub");
        for (var signature : List.of(
                "",
                "x",
                "t=,v1=",
                "t=99999999999999999999,v1=00",
                "t=" + now + ",v0=" + signed(secret, now, body),
                "t=" + now + ",v1=" + signed("whsec_wrong", now, body),
                "t=" + now + ",v1=" + signed(elsewhere, now, body),
                "t=" + now + ",v1=" + signed(secret, now, body + " "),
                "t=" + (now - 302) + ",v1=" + signed(secret, now - 302, body),
                "t=" + (now + 330) + ",v1=" + signed(secret, now + 330, body))) {
            assertThat(deliver(body, Map.of("Stripe-Signature", signature)))
                    .as(signature)
                    .isEqualTo(400);
        }
        assertThat(deliver(body, Map.of())).isEqualTo(400);
        var huge = "x".repeat(300_000);
        assertThat(deliver(huge, header(huge))).isEqualTo(413);
        assertThat(shop.getOnce("/webhooks/stripe").status()).isEqualTo(405);
        assertThat(new Shop("console")
                        .send("POST", "/webhooks/stripe", body, header(body))
                        .status())
                .isEqualTo(404);
        assertThat(books.number("SELECT count(*) FROM gateway_event")).isEqualTo(events);
    }

    @Test
    @DisplayName(
            "77, 78: unknown and foreign payments, live events, unknown types, refunds of nothing, what is no event")
    void confirmsNothingThatItHasNotAskedFor() {
        var before = money();
        var foreign = new ShopBooks("gearhub").rows("SELECT id FROM payment LIMIT 1");
        var another = foreign.isEmpty()
                ? "00000000-0000-0000-0000-000000000001"
                : foreign.get(0).get("id");
        var session = "{\"id\":\"cs_test_none\",\"payment_status\":\"paid\",\"amount_total\":1,\"currency\":\"idr\","
                + "\"metadata\":{\"payment\":\"%s\"}}";
        for (var body : List.of(
                event("checkout.session.completed", false, session.formatted("00000000-0000-0000-0000-000000000000")),
                event("checkout.session.completed", false, session.formatted(another)),
                event("checkout.session.completed", false, session.formatted("' OR 1=1--\\u0000")),
                event("checkout.session.completed", true, session.formatted(another)),
                event("refund.updated", false, "{\"metadata\":{\"refund\":\"" + another + "\"}}"),
                event("charge.dispute.created", false, "{}"),
                event("no.such.type", false, "{}"),
                event("checkout.session.completed", false, "[]"),
                "{}",
                "[1,",
                "null",
                "[".repeat(10_000),
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")) {
            assertThat(deliver(body, header(body)))
                    .as(body.substring(0, Math.min(60, body.length())))
                    .isEqualTo(200);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> books.number("SELECT count(*) FROM gateway_event WHERE state = 'NEW'") == 0);
        assertThat(money()).isEqualTo(before);
        assertThat(books.violations()).isEmpty();
    }

    @Test
    @DisplayName("76: the same event again is answered and has no second effect")
    void takesARepetitionAsOne() {
        var body = event("charge.dispute.created", false, "{}");
        assertThat(deliver(body, header(body))).isEqualTo(200);
        assertThat(deliver(body, header(body))).isEqualTo(200);
        var id = body.split("\"")[3];
        assertThat(books.rows("SELECT received_count, effect_count, state FROM gateway_event WHERE id = '" + id + "'"))
                .containsExactly(Map.of("received_count", "2", "effect_count", "0", "state", "FAILED_VISIBLE"));
    }

    /** As it lies in the database, opened with the secret that the server was started with. */
    private static String secret(String slug) {
        var sealed = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> new ShopBooks(slug)
                                .rows("SELECT webhook_sealed FROM gateway_account WHERE gateway = 'stripe'"),
                        rows -> !rows.isEmpty())
                .get(0)
                .get("webhook_sealed");
        assertThat(sealed).doesNotContain("whsec");
        var tenant = new ShopBooks(slug).text("SELECT id FROM platform.tenant WHERE slug = '" + slug + "'");
        return new Seal("only-for-tests-only-for-tests-only-for-tests")
                .open("gateway webhook stripe " + tenant, sealed)
                .orElseThrow();
    }

    private String money() {
        return books.rows("SELECT (SELECT count(*) FROM payment WHERE state = 'CAPTURED') AS paid,"
                        + " (SELECT count(*) FROM refund) AS refunds, (SELECT count(*) FROM purchase) AS orders")
                .toString();
    }

    private static String event(String type, boolean live, String object) {
        return "{\"id\":\"evt_hostile_" + Long.toString(System.nanoTime(), 36) + "\",\"type\":\"" + type
                + "\",\"livemode\":" + live + ",\"data\":{\"object\":" + object + "}}";
    }

    private int deliver(String body, Map<String, String> headers) {
        return shop.send("POST", "/webhooks/stripe", body, headers).status();
    }

    private Map<String, String> header(String body) {
        return Map.of("Stripe-Signature", "t=" + now + ",v1=" + signed(secret, now, body), "Content-Type", "text/xml");
    }

    private static String signed(String secret, long at, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
