package dev.galleria.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay against a real PostgreSQL: groups of events, one that fails among them, and events that come again. */
class OutboxRelayTest {
    private static TestDatabase database;

    private final List<Integer> heard = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private Jdbi jdbi;
    private OutboxRelay relay;

    /** A bell with a number has rung. Public, because rows are read into it. */
    public record Rung(UUID eventId, Instant occurredAt, int number) implements DomainEvent {
        @Override
        public String topic() {
            return "test.rung";
        }
    }

    /** Hears up to ten bells at once, and none below zero. */
    private final class Hear implements EventHandler<Rung> {
        @Override
        public Class<Rung> type() {
            return Rung.class;
        }

        @Override
        public int together() {
            return 10;
        }

        @Override
        public void handle(Rung event) {
            if (event.number() < 0) {
                throw new IllegalStateException("cracked");
            }
            heard.add(event.number());
        }

        @Override
        public void handleAll(List<Rung> events) {
            if (events.stream().anyMatch(event -> event.number() < 0)) {
                throw new IllegalStateException("one is cracked");
            }
            groups.add(events.size());
            events.forEach(this::handle);
        }
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void anEmptyOutbox() {
        jdbi = database.jdbi();
        jdbi.useHandle(sql -> sql.execute("DELETE FROM outbox"));
        relay = new OutboxRelay();
        relay.database = database.database(jdbi);
        relay.delivery = new OutboxDelivery() {
            @Override
            public <E extends DomainEvent> void once(EventHandler<E> handler, List<E> events) {
                jdbi.useTransaction(transaction -> super.once(handler, events));
            }
        };
        relay.delivery.database = relay.database;
        relay.handlers = only(new Hear());
    }

    @Test
    void handlesEachEventOfAGroupOnce() {
        IntStream.range(0, 25).forEach(this::rings);
        relay.deliverWaiting();

        assertThat(heard)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 25).boxed().toList());
        assertThat(groups).containsExactly(10, 10, 5);
        assertThat(waiting()).isZero();
    }

    @Test
    void handlesMoreThanOneBatch() {
        IntStream.range(0, 120).forEach(this::rings);
        relay.deliverWaiting();

        assertThat(heard).hasSize(120).doesNotHaveDuplicates();
        assertThat(waiting()).isZero();
    }

    @Test
    void anEventThatFailsKeepsNoOtherBackAndComesAgainLater() {
        rings(1);
        rings(-1);
        rings(2);
        relay.deliverWaiting();

        assertThat(heard).containsExactlyInAnyOrder(1, 2);
        assertThat(waiting()).isEqualTo(1);
        assertThat(number("SELECT count(*) FROM outbox WHERE last_error LIKE '%cracked%' AND retry_at > now()"))
                .isEqualTo(1);
    }

    @Test
    void anEventThatIsDeliveredAgainIsNotHandledAgain() {
        rings(7);
        rings(8);
        relay.deliverWaiting();
        jdbi.useHandle(sql -> sql.execute("UPDATE outbox SET sent_at = NULL, retry_at = now()"));
        relay.deliverWaiting();

        assertThat(heard).containsExactlyInAnyOrder(7, 8);
        assertThat(waiting()).isZero();
    }

    private void rings(int number) {
        var event = new Rung(Ids.next(), Instant.EPOCH, number);
        jdbi.useHandle(sql -> sql.execute(
                "INSERT INTO outbox (id, topic, type, payload) VALUES (?, ?, ?, CAST(? AS jsonb))",
                event.eventId(),
                event.topic(),
                Rung.class.getName(),
                Json.write(event)));
    }

    private int waiting() {
        return number("SELECT count(*) FROM outbox WHERE sent_at IS NULL");
    }

    private int number(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(int.class).one());
    }

    @SuppressWarnings("unchecked")
    private static Instance<EventHandler<? extends DomainEvent>> only(EventHandler<?> handler) {
        return (Instance<EventHandler<? extends DomainEvent>>) Proxy.newProxyInstance(
                OutboxRelayTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> List.of(handler).iterator());
    }
}
