package dev.galleria.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayIT extends InApplication {
    private static final String TYPE = "dev.galleria.catalog.ProductChanged";
    private static final String HANDLER = "dev.galleria.catalog.RebuildProduct";
    private static final int MANY = 40;

    @Inject
    OutboxRelay relay;

    @Inject
    PastEvents past;

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    @BeforeEach
    void ready() {
        Ready.await();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") == 0);
    }

    @Test
    void eventsThatWaitTogetherAreHandledTogetherAndOnce() {
        var products = products();
        int before = told();
        var events = products.stream().map(this::waiting).toList();
        deliver();

        assertThat(handled(events)).isEqualTo(MANY);
        assertThat(told() - before).isBetween(1, MANY / 2);
        assertThat(unsent(events)).isZero();
    }

    @Test
    void anEventThatFailsKeepsNoOtherBack() {
        var good = products().stream().limit(5).map(this::waiting).toList();
        var bad = waiting(null);
        deliver();

        assertThat(handled(good)).isEqualTo(5);
        assertThat(unsent(good)).isZero();
        assertThat(handled(List.of(bad))).isZero();
        assertThat(count("SELECT count(*) FROM outbox WHERE last_error IS NOT NULL AND id = '" + bad + "'"))
                .isEqualTo(1);
        in(() -> database.call(sql -> sql.execute("DELETE FROM outbox WHERE id = ?", bad)));
    }

    @Test
    void whatWasDeliveredLongAgoIsForgottenAndWhatWaitsIsNot() {
        var sent = past("greenmarket", "now() - interval '9 days'");
        var recent = past("greenmarket", "now() - interval '7 days'");
        var stuck = past("greenmarket", "NULL");
        var elsewhere = past("gearhub", "now() - interval '9 days'");
        try {
            in(() -> {
                past.forget();
                return null;
            });
            checkForgotten(sent, recent, stuck, elsewhere);
        } finally {
            clear("greenmarket", sent, recent, stuck);
            clear("gearhub", elsewhere);
        }
    }

    private void checkForgotten(UUID sent, UUID recent, UUID stuck, UUID elsewhere) {
        assertThat(left("greenmarket", sent, recent, stuck)).containsExactlyInAnyOrder(recent, stuck);
        assertThat(noted("greenmarket", sent, stuck)).containsExactly(stuck);
        assertThat(left("gearhub", elsewhere)).containsExactly(elsewhere);
        assertThat(noted("gearhub", elsewhere)).containsExactly(elsewhere);
    }

    /** An old event that nobody can deliver any more, with a note that it was handled. */
    private UUID past(String slug, String sentAt) {
        var id = Ids.next();
        tenancy.run(
                tenancy.findBySlug(slug).orElseThrow(),
                () -> database.call(sql -> {
                    sql.execute(
                            "INSERT INTO handled_event (handler, event_id, handled_at) VALUES ('old', ?, now() - interval '17 days')",
                            id);
                    return sql.execute(
                            "INSERT INTO outbox (id, topic, type, payload, sent_at, retry_at) VALUES (?, 'old', 'old', '{}', "
                                    + sentAt + ", now() + interval '1 day')",
                            id);
                }));
        return id;
    }

    private List<UUID> left(String slug, UUID... events) {
        return ids(slug, "SELECT id FROM outbox WHERE id = ANY(:events)", events);
    }

    private List<UUID> noted(String slug, UUID... events) {
        return ids(slug, "SELECT event_id FROM handled_event WHERE event_id = ANY(:events)", events);
    }

    private List<UUID> ids(String slug, String query, UUID... events) {
        return tenancy.call(
                tenancy.findBySlug(slug).orElseThrow(),
                () -> database.call(sql -> sql.createQuery(query)
                        .bindArray("events", UUID.class, List.of(events))
                        .mapTo(UUID.class)
                        .list()));
    }

    private void clear(String slug, UUID... events) {
        tenancy.run(
                tenancy.findBySlug(slug).orElseThrow(),
                () -> database.call(sql -> {
                    sql.createUpdate("DELETE FROM handled_event WHERE event_id = ANY(:events)")
                            .bindArray("events", UUID.class, List.of(events))
                            .execute();
                    return sql.createUpdate("DELETE FROM outbox WHERE id = ANY(:events)")
                            .bindArray("events", UUID.class, List.of(events))
                            .execute();
                }));
    }

    private List<UUID> products() {
        return in(() -> database.call(
                sql -> sql.createQuery("SELECT product_id FROM product_summary ORDER BY product_id LIMIT " + MANY)
                        .mapTo(UUID.class)
                        .list()));
    }

    private UUID waiting(UUID product) {
        var id = Ids.next();
        var payload = "{\"eventId\":\"" + id + "\",\"occurredAt\":\"2026-11-22T00:00:00Z\""
                + (product == null ? "" : ",\"product\":{\"value\":\"" + product + "\"}") + "}";
        in(() -> database.call(sql -> sql.execute(
                "INSERT INTO outbox (id, topic, type, payload) VALUES (?, 'catalog.product-changed', ?, CAST(? AS jsonb))",
                id,
                TYPE,
                payload)));
        return id;
    }

    private void deliver() {
        in(() -> {
            relay.deliverWaiting();
            return null;
        });
    }

    private int handled(List<UUID> events) {
        return in(() -> database.call(sql -> sql.createQuery("SELECT count(*) FROM handled_event WHERE handler = '"
                        + HANDLER + "' AND event_id = ANY(:events)")
                .bindArray("events", UUID.class, events)
                .mapTo(int.class)
                .one()));
    }

    private int unsent(List<UUID> events) {
        return in(() -> database.call(
                sql -> sql.createQuery("SELECT count(*) FROM outbox WHERE sent_at IS NULL AND id = ANY(:events)")
                        .bindArray("events", UUID.class, events)
                        .mapTo(int.class)
                        .one()));
    }

    private int told() {
        return count("SELECT count(*) FROM outbox WHERE type = 'dev.galleria.catalog.SummariesChanged'");
    }

    private int count(String query) {
        return in(() ->
                database.call(sql -> sql.createQuery(query).mapTo(int.class).one()));
    }

    private <T> T in(Supplier<T> work) {
        return tenancy.call(tenant(), work::get);
    }

    private Tenant tenant() {
        return tenancy.findBySlug("greenmarket").orElseThrow();
    }
}
