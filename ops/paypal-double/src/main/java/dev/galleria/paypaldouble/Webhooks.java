package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * Delivers events to the webhooks that want them, again with growing pauses where the receiver does not answer 2xx. What
 * was not settled when the process ended is taken up again at the next start.
 */
final class Webhooks implements AutoCloseable {
    private static final int TRIES = 7;

    private final Accounts accounts;
    private final Faults faults;
    private final Certificate certificate;
    private final Clock clock;
    private final Duration firstPause;
    private volatile String base = "";
    private final ExecutorService senders = Executors.newCachedThreadPool(Threads.named("webhook"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Threads.named("webhook-timer"));

    Webhooks(Accounts accounts, Faults faults, Certificate certificate, Clock clock, Duration firstPause) {
        this.accounts = accounts;
        this.faults = faults;
        this.certificate = certificate;
        this.clock = clock;
        this.firstPause = firstPause;
    }

    /** Where the certificate can be had from, known once the server has its port. */
    void servedAt(String address) {
        base = address;
    }

    void send(Account account, List<ObjectNode> events) {
        if (!events.isEmpty()) {
            senders.execute(() -> events.forEach(event -> begin(account, event)));
        }
    }

    private void begin(Account account, ObjectNode event) {
        Fault.Delivery how =
                faults.takeForEvent(account.name(), event.path("event_type").asText());
        if (how.times() == 0) {
            settle(account, event, "lost");
        } else if (how.delayMillis() > 0) {
            later(account, event, how, 1, how.delayMillis());
        } else {
            attempt(account, event, how, 1);
        }
    }

    private void later(Account account, ObjectNode event, Fault.Delivery how, int nth, long millis) {
        try {
            timer.schedule(
                    () -> senders.execute(() -> attempt(account, event, how, nth)), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Closing: the event stays unsettled in the ledger and is sent after the next start.
        }
    }

    private void attempt(Account account, ObjectNode event, Fault.Delivery how, int nth) {
        List<ObjectNode> webhooks;
        synchronized (account.lock) {
            webhooks = account.all(WebhookList.KIND)
                    .filter(one ->
                            WebhookList.wants(one, event.path("event_type").asText()))
                    .toList();
        }
        boolean delivered = true;
        for (ObjectNode webhook : webhooks) {
            for (int i = 0; i < how.times(); i++) {
                delivered &= post(event, webhook, how);
            }
        }
        if (delivered) {
            settle(account, event, webhooks.isEmpty() ? "nobody_asked" : "delivered");
        } else if (nth == TRIES) {
            settle(account, event, "gave_up");
        } else {
            later(account, event, how, nth + 1, firstPause.toMillis() << (nth - 1));
        }
    }

    private void settle(Account account, ObjectNode event, String outcome) {
        if (!senders.isShutdown()) {
            accounts.recordDelivery(account, event.path("id").asText(), outcome);
        }
    }

    private boolean post(ObjectNode event, ObjectNode webhook, Fault.Delivery how) {
        ObjectNode shown = Json.plain(event);
        if (how.version() != null) {
            shown.put("resource_version", how.version());
        }
        byte[] payload = Json.bytes(shown);
        try {
            int status = WebhookSender.post(
                    URI.create(webhook.path("url").asText()),
                    payload,
                    headers(payload, webhook.path("id").asText(), how));
            return status >= 200 && status < 300;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code transmission id|time|webhook id|CRC32 of the body}, signed. */
    private Map<String, String> headers(byte[] payload, String webhookId, Fault.Delivery how) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (how.signature().equals("missing")) {
            return headers;
        }
        String id = UUID.randomUUID().toString();
        String time = clock.instant()
                .plusSeconds(how.timestampOffset())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        CRC32 crc = new CRC32();
        crc.update(payload);
        String named = how.signature().equals("wrong") ? "somebody-else" : webhookId;
        String message = id + "|" + time + "|" + named + "|" + crc.getValue();
        headers.put("PAYPAL-TRANSMISSION-ID", id);
        headers.put("PAYPAL-TRANSMISSION-TIME", time);
        headers.put("PAYPAL-TRANSMISSION-SIG", certificate.sign(message.getBytes(StandardCharsets.UTF_8)));
        headers.put("PAYPAL-CERT-URL", base + "/v1/notifications/certs/CERT-double");
        headers.put("PAYPAL-AUTH-ALGO", "SHA256withRSA");
        return headers;
    }

    /** Sends an event again. */
    void resend(Account account, ObjectNode event) {
        send(account, List.of(event));
    }

    /** Takes up what was not settled when the process ended. */
    void resume() {
        for (Account account : accounts.all()) {
            synchronized (account.lock) {
                account.all("event")
                        .filter(event -> !account.deliveryEnded(event.path("id").asText()))
                        .forEach(event -> send(account, List.of(event)));
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdownNow();
    }
}
