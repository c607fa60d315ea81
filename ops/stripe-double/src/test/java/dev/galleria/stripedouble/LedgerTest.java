package dev.galleria.stripedouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.model.checkout.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    /** A clock that a test can put forward. */
    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TempDir
    Path directory;

    @Test
    void keepsEverythingThatWasAnsweredAndDropsAnUnfinishedLine() throws Exception {
        try (Scene scene = new Scene(directory)) {
            Session session = scene.client("atelier")
                    .v1()
                    .checkout()
                    .sessions()
                    .create(Scene.order().build());
            scene.pay(session, "pm_card_mastercard");
            String before = scene.facts("atelier").toString();

            Files.writeString(directory.resolve("ledger.jsonl"), "{\"seq\":99,\"acc", StandardOpenOption.APPEND);
            scene.restart();

            assertThat(scene.facts("atelier").toString()).isEqualTo(before);
            Session kept = scene.client("atelier").v1().checkout().sessions().retrieve(session.getId());
            assertThat(kept.getPaymentStatus()).isEqualTo("paid");
            Session next = scene.client("atelier")
                    .v1()
                    .checkout()
                    .sessions()
                    .create(Scene.order().build());
            scene.restart();
            assertThat(scene.client("atelier")
                            .v1()
                            .checkout()
                            .sessions()
                            .retrieve(next.getId())
                            .getStatus())
                    .isEqualTo("open");
        }
    }

    @Test
    void neverWritesACardNumber() throws Exception {
        try (Scene scene = new Scene(directory)) {
            Session session = scene.client("atelier")
                    .v1()
                    .checkout()
                    .sessions()
                    .create(Scene.order().build());
            scene.post(session.getUrl(), Scene.form(Scene.card("4242 4242 4242 4242")));
        }
        assertThat(Files.readString(directory.resolve("ledger.jsonl")))
                .contains("\"last4\":\"4242\"")
                .doesNotContain("42424242", "4242 4242");
    }

    @Test
    void letsOneProcessWrite() throws Exception {
        try (Scene scene = new Scene(directory)) {
            assertThat(scene).isNotNull();
            assertThatThrownBy(() -> StripeDouble.start(0, directory)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void expiresSessionsWhenTheirTimeHasCome() throws Exception {
        MovableClock clock = new MovableClock();
        try (Scene scene = new Scene(directory, clock)) {
            Session session = scene.client("atelier")
                    .v1()
                    .checkout()
                    .sessions()
                    .create(Scene.order().build());

            clock.now = clock.now.plus(Duration.ofHours(25));

            await().atMost(Duration.ofSeconds(4)).untilAsserted(() -> assertThat(scene.client("atelier")
                            .v1()
                            .checkout()
                            .sessions()
                            .retrieve(session.getId())
                            .getStatus())
                    .isEqualTo("expired"));
        }
    }
}
