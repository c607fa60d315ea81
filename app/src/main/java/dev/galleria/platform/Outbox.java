package dev.galleria.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Events written in the transaction of the change that they tell of, delivered after it has committed. */
@ApplicationScoped
public class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());
    private static final String AWAITS = "galleria.outbox.awaits-commit";

    @Inject
    Database database;

    @Inject
    Scope scope;

    @Inject
    OutboxRelay relay;

    @Resource
    TransactionSynchronizationRegistry transaction;

    @Resource
    ManagedExecutorService executor;

    private final Map<String, AtomicInteger> deliveries = new ConcurrentHashMap<>();

    /** Records the event; it is delivered at least once if the surrounding transaction commits, never if it does not. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(DomainEvent event) {
        database.call(sql -> sql.createUpdate(
                        "INSERT INTO outbox (id, topic, type, payload) VALUES (:id, :topic, :type, CAST(:payload AS jsonb))")
                .bind("id", event.eventId())
                .bind("topic", event.topic())
                .bind("type", event.getClass().getName())
                .bind("payload", Json.write(event))
                .execute());
        if (scope.prompt() && transaction.getResource(AWAITS) == null) {
            transaction.putResource(AWAITS, true);
            transaction.registerInterposedSynchronization(new Wake(scope.id(), scope.bound(() -> deliver(scope.id()))));
        }
    }

    /** One delivery per tenant and node at a time; commits that come meanwhile make it look once more. */
    private void deliver(String tenant) {
        var asked = askedFor(tenant);
        int seen;
        do {
            seen = asked.get();
            try {
                relay.deliverWaiting();
            } catch (RuntimeException e) {
                asked.set(0);
                LOG.log(Level.WARNING, "Events wait for the next tick", e);
                return;
            }
        } while (!asked.compareAndSet(seen, 0));
    }

    private AtomicInteger askedFor(String tenant) {
        return deliveries.computeIfAbsent(tenant, key -> new AtomicInteger());
    }

    /** Delivers at once instead of at the next tick; losing it costs seconds, not events. */
    private final class Wake implements Synchronization {
        private final String tenant;
        private final Runnable delivery;

        private Wake(String tenant, Runnable delivery) {
            this.tenant = tenant;
            this.delivery = delivery;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            FailPoint.hit("order.committed-before-outbox");
            if (status != Status.STATUS_COMMITTED || askedFor(tenant).getAndIncrement() > 0) {
                return;
            }
            try {
                executor.execute(delivery);
            } catch (RuntimeException e) {
                askedFor(tenant).set(0);
                LOG.log(Level.WARNING, "Events wait for the next tick", e);
            }
        }
    }
}
