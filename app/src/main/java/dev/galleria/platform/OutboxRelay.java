package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

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
            batch.forEach(this::deliver);
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

    private void deliver(Waiting waiting) {
        try {
            var event = read(waiting);
            for (var handler : handlers) {
                if (handler.type().isInstance(event)) {
                    deliverTo(handler, event);
                }
            }
            database.call(sql ->
                    sql.execute("UPDATE outbox SET sent_at = now(), last_error = NULL WHERE id = ?", waiting.id()));
        } catch (Exception | LinkageError e) {
            LOG.log(Level.WARNING, e, () -> "Event " + waiting.id() + " (" + waiting.type() + ") will be tried again");
            postpone(waiting, e);
        }
    }

    private <E extends DomainEvent> void deliverTo(EventHandler<E> handler, DomainEvent event) {
        delivery.once(handler, handler.type().cast(event));
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
