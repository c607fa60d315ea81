package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Delivers events to webhook endpoints: in order per endpoint at first, again with growing pauses where the receiver does
 * not answer 2xx. What was not settled when the process ended is taken up again at the next start.
 */
final class Webhooks implements AutoCloseable {
    private static final int TRIES = 7;
    private static final String WRONG_SECRET = "whsec_of_somebody_else";

    private record Parcel(Account account, ObjectNode event, String endpoint, Fault.Delivery how) {}

    private final Accounts accounts;
    private final Faults faults;
    private final Clock clock;
    private final Duration firstPause;
    private final ExecutorService senders = Executors.newCachedThreadPool(Threads.named("webhook"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Threads.named("webhook-timer"));

    Webhooks(Accounts accounts, Faults faults, Clock clock, Duration firstPause) {
        this.accounts = accounts;
        this.faults = faults;
        this.clock = clock;
        this.firstPause = firstPause;
    }

    /** Sends the events of a change; what is given is done when those asked for "before the answer" were sent once. */
    CompletableFuture<Void> send(Account account, List<ObjectNode> events) {
        List<Parcel> parcels = new ArrayList<>();
        for (ObjectNode event : events) {
            JsonNode endpoints = event.path("_endpoints");
            if (!endpoints.isEmpty()) {
                Fault.Delivery how =
                        faults.takeForEvent(account.name(), event.path("type").asText());
                endpoints.forEach(id -> parcels.add(new Parcel(account, event, id.asText(), how)));
            }
        }
        if (parcels.stream().anyMatch(parcel -> parcel.how().reversed())) {
            Collections.reverse(parcels);
        }
        boolean wait = parcels.stream().anyMatch(parcel -> parcel.how().beforeAnswer());
        CompletableFuture<?>[] sent = parcels.stream()
                .map(Parcel::endpoint)
                .distinct()
                .map(endpoint -> sendAll(parcels.stream()
                        .filter(parcel -> parcel.endpoint().equals(endpoint))
                        .toList()))
                .toArray(CompletableFuture<?>[]::new);
        return wait ? CompletableFuture.allOf(sent) : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> sendAll(List<Parcel> parcels) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        senders.execute(() -> {
            parcels.forEach(this::begin);
            done.complete(null);
        });
        return done;
    }

    private void begin(Parcel parcel) {
        if (parcel.how().times() == 0) {
            accounts.recordDelivery(parcel.account(), parcel.event(), parcel.endpoint(), "lost");
        } else if (parcel.how().delayMillis() > 0) {
            later(parcel, 1, parcel.how().delayMillis());
        } else {
            attempt(parcel, 1);
        }
    }

    private void later(Parcel parcel, int nth, long millis) {
        try {
            timer.schedule(() -> senders.execute(() -> attempt(parcel, nth)), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Closing: the event stays unsettled in the ledger and is sent after the next start.
        }
    }

    private void attempt(Parcel parcel, int nth) {
        Optional<ObjectNode> endpoint;
        synchronized (parcel.account().lock) {
            endpoint = parcel.account().find(parcel.endpoint());
        }
        if (endpoint.isEmpty()
                || !"enabled".equals(endpoint.get().path("status").asText())) {
            settle(parcel, "endpoint_gone");
            return;
        }
        boolean delivered = true;
        for (int i = 0; i < parcel.how().times(); i++) {
            delivered &= post(parcel, endpoint.get());
        }
        if (delivered) {
            settle(parcel, "delivered");
        } else if (nth == TRIES) {
            settle(parcel, "gave_up");
        } else {
            later(parcel, nth + 1, firstPause.toMillis() << (nth - 1));
        }
    }

    private void settle(Parcel parcel, String outcome) {
        if (!senders.isShutdown()) {
            accounts.recordDelivery(parcel.account(), parcel.event(), parcel.endpoint(), outcome);
        }
    }

    private boolean post(Parcel parcel, ObjectNode endpoint) {
        Fault.Delivery how = parcel.how();
        ObjectNode shown = View.plain(parcel.event());
        if (how.apiVersion() != null) {
            shown.put("api_version", how.apiVersion());
        } else if (endpoint.hasNonNull("api_version")) {
            shown.set("api_version", endpoint.get("api_version"));
        }
        byte[] payload = Json.pretty(shown);
        long timestamp = clock.instant().getEpochSecond() + how.timestampOffset();
        String signature =
                switch (how.signature()) {
                    case "missing" -> null;
                    case "wrong" -> WebhookSender.signature(WRONG_SECRET, timestamp, payload);
                    default -> WebhookSender.signature(endpoint.path("_secret").asText(), timestamp, payload);
                };
        try {
            int status = WebhookSender.post(URI.create(endpoint.path("url").asText()), payload, signature);
            return status >= 200 && status < 300;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends an event again to the endpoints that it was for. */
    void resend(Account account, ObjectNode event) {
        send(account, List.of(event));
    }

    /** Takes up what was not settled when the process ended. */
    void resume() {
        for (Account account : accounts.all()) {
            synchronized (account.lock) {
                account.all("event").forEach(event -> event.path("_endpoints").forEach(id -> {
                    if (!account.deliveryEnded(event.path("id").asText(), id.asText())) {
                        sendAll(List.of(new Parcel(account, event, id.asText(), Fault.Delivery.USUAL)));
                    }
                }));
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdownNow();
    }
}
