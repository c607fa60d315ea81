package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Hands waiting events of the current tenant to their handlers. Several may run at once: an event is claimed first. */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class.getName());
    private static final int BATCH = 50;
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** A row as it waits. */
    public record Waiting(UUID id, String type, String payload, int attempts) {}

    @Inject
    Database database;

    @Inject
    OutboxDelivery delivery;

    @Inject
    @Any
    Instance<EventHandler<? extends DomainEvent>> handlers;

    /** Delivers until nothing waits. An event whose handler fails comes again later, with growing gaps. */
    public void deliverWaiting() {
        List<Waiting> batch;
        do {
            batch = claim();
            byType(batch).forEach(this::deliver);
        } while (batch.size() == BATCH);
    }

    private List<Waiting> claim() {
        return database.call(sql -> sql.createQuery(
                        """
                        WITH due AS MATERIALIZED (
                            SELECT id FROM outbox WHERE sent_at IS NULL AND retry_at <= now()
                             ORDER BY retry_at, id LIMIT :batch FOR UPDATE SKIP LOCKED)
                        UPDATE outbox o SET attempts = attempts + 1, retry_at = now() + :lease * interval '1 second'
                          FROM due WHERE o.id = due.id
                        RETURNING o.id, o.type, o.payload::text AS payload, o.attempts""")
                .bind("batch", BATCH)
                .bind("lease", LEASE.toSeconds())
                .mapTo(Waiting.class)
                .list());
    }

    /** Events of one type wait for the same handlers, which may do with one look at all of them. */
    private static Collection<List<Waiting>> byType(List<Waiting> batch) {
        return batch.stream()
                .collect(Collectors.groupingBy(Waiting::type, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private void deliver(List<Waiting> together) {
        try {
            hand(together);
        } catch (Exception | LinkageError e) {
            if (together.size() > 1) {
                LOG.log(Level.FINE, e, () -> together.size() + " events together failed; each is tried by itself");
                together.forEach(waiting -> deliver(List.of(waiting)));
                return;
            }
            var waiting = together.get(0);
            LOG.log(Level.WARNING, e, () -> "Event " + waiting.id() + " (" + waiting.type() + ") will be tried again");
            postpone(waiting, e);
        }
    }

    private void hand(List<Waiting> together) throws ClassNotFoundException {
        var events = new ArrayList<DomainEvent>();
        for (var waiting : together) {
            events.add(read(waiting));
        }
        for (var handler : handlers) {
            if (handler.type().isInstance(events.get(0))) {
                handTo(handler, events);
            }
        }
        FailPoint.hit("outbox.sent-before-marked");
        database.call(sql -> sql.createUpdate(
                        "UPDATE outbox SET sent_at = now(), last_error = NULL WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, together.stream().map(Waiting::id).toList())
                .execute());
    }

    private <E extends DomainEvent> void handTo(EventHandler<E> handler, List<DomainEvent> events) {
        var mine = events.stream().map(handler.type()::cast).toList();
        for (int from = 0; from < mine.size(); from += handler.together()) {
            delivery.once(handler, mine.subList(from, Math.min(mine.size(), from + handler.together())));
        }
    }

    private static DomainEvent read(Waiting waiting) throws ClassNotFoundException {
        var type = Class.forName(waiting.type(), true, Thread.currentThread().getContextClassLoader());
        return Json.read(waiting.payload(), type.asSubclass(DomainEvent.class));
    }

    private void postpone(Waiting waiting, Throwable failure) {
        long seconds = Math.min(3600, 5L << Math.min(waiting.attempts(), 9));
        database.call(sql -> sql.execute(
                "UPDATE outbox SET retry_at = now() + ? * interval '1 second', last_error = ? WHERE id = ?",
                seconds,
                String.valueOf(failure),
                waiting.id()));
    }
}
