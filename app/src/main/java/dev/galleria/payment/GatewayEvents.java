package dev.galleria.payment;

import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;

/** Events of gateways: stored first, worked off afterwards, effective once. */
@ApplicationScoped
@Transactional
public class GatewayEvents {
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Inject
    Database database;

    @Inject
    Gateways gateways;

    @Inject
    AfterCommit afterCommit;

    @Inject
    EventWork work;

    /** An event that waits to be worked off. */
    record Waiting(String id, String gateway, String payload, int attempts) {}

    /**
     * Takes an event in. It is stored when this returns and may come again. A wrong, missing or old signature is a
     * Problem (INVALID) and changes nothing.
     */
    public void receive(String gateway, String body, String signature) {
        var notice = gateways.find(gateway)
                .filter(PaymentGateway::offered)
                .flatMap(one -> one.verify(body, signature))
                .orElseThrow(() -> Problem.invalid("payment/bad-signature", gateway));
        var state =
                switch (notice.kind()) {
                    case OTHER -> "IGNORED";
                    case ATTENTION -> "FAILED_VISIBLE";
                    case PAYMENT, REFUND -> "NEW";
                };
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO gateway_event (id, gateway, type, payload, state, error)
                        VALUES (:id, :gateway, :type, :payload, :state, :error)
                        ON CONFLICT (id) DO UPDATE SET received_count = gateway_event.received_count + 1""")
                .bind("id", notice.id())
                .bind("gateway", gateway)
                .bind("type", notice.type())
                .bind("payload", body.replace('\0', '\uFFFD'))
                .bind("state", state)
                .bind("error", state.equals("FAILED_VISIBLE") ? notice.detail() : null)
                .execute());
        if (state.equals("NEW")) {
            afterCommit.run(work::workOff);
        }
    }

    /** Takes waiting events for a while, so that two workers do not take the same. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Waiting> claim(int limit) {
        return database.call(sql -> sql.createQuery(
                        """
                        WITH due AS MATERIALIZED (
                            SELECT id FROM gateway_event WHERE state = 'NEW' AND retry_at <= now()
                             ORDER BY retry_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                        UPDATE gateway_event e SET attempts = attempts + 1, retry_at = now() + :lease * interval '1 second'
                          FROM due WHERE e.id = due.id
                        RETURNING e.id, e.gateway, e.payload, e.attempts""")
                .bind("limit", limit)
                .bind("lease", LEASE.toSeconds())
                .mapTo(Waiting.class)
                .list());
    }

    /** The event has had its effect. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void done(String id) {
        database.call(sql -> sql.execute(
                "UPDATE gateway_event SET state = 'DONE', effect_count = effect_count + 1, error = NULL WHERE id = ? AND state = 'NEW'",
                id));
    }

    /** A person has to look at it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void show(String id, String error) {
        database.call(sql -> sql.execute(
                "UPDATE gateway_event SET state = 'FAILED_VISIBLE', error = ? WHERE id = ? AND state = 'NEW'",
                error,
                id));
    }

    /** Comes again after a while. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void postpone(String id, Duration pause, String error) {
        database.call(sql -> sql.execute(
                "UPDATE gateway_event SET retry_at = now() + ? * interval '1 second', error = ? WHERE id = ? AND state = 'NEW'",
                pause.toSeconds(),
                error,
                id));
    }
}
