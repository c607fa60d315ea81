package dev.galleria.payment;

import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
    Arrivals arrivals;

    /** An event that waits to be worked off. */
    record Waiting(String id, String gateway, String payload, int attempts) {}

    /**
     * Takes an event in; {@code header} gives the request's headers. It is stored when this returns and may come again. A
     * wrong, missing or old signature is a Problem (INVALID) and changes nothing. Refuses to run inside a transaction.
     */
    @Transactional(Transactional.TxType.NEVER)
    public void receive(String gateway, String body, UnaryOperator<@Nullable String> header) {
        var notice = gateways.find(gateway)
                .filter(PaymentGateway::offered)
                .flatMap(one -> one.verify(body, header))
                .orElseThrow(() -> Problem.invalid("payment/bad-signature", gateway));
        arrivals.store(gateway, notice, body);
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

    /** A person wants it tried again; false if it does not stand still. */
    @Transactional
    boolean reopen(String id) {
        return database.call(sql -> sql.execute(
                        """
                        UPDATE gateway_event SET state = 'NEW', retry_at = now(), attempts = 0
                         WHERE id = ? AND state IN ('FAILED_VISIBLE', 'NEW')""",
                        id))
                == 1;
    }

    /** A person has seen it and wants nothing done; false if it does not stand still. */
    @Transactional
    boolean dismiss(String id) {
        return database.call(sql -> sql.execute(
                        "UPDATE gateway_event SET state = 'IGNORED' WHERE id = ? AND state IN ('FAILED_VISIBLE', 'NEW')",
                        id))
                == 1;
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
