package dev.galleria.payment;

import dev.galleria.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Writes down events that have come and are truly the gateway's; work on them begins once that is committed. */
@ApplicationScoped
@Transactional
public class Arrivals {
    @Inject
    Database database;

    @Inject
    AfterCommit afterCommit;

    @Inject
    EventWork work;

    /** Each event once, however often it comes. */
    void store(String gateway, Notice notice, String body) {
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
                .bind("id", notice.id().replace('\0', '\uFFFD'))
                .bind("gateway", gateway)
                .bind("type", notice.type().replace('\0', '\uFFFD'))
                .bind("payload", body.replace('\0', '\uFFFD'))
                .bind("state", state)
                .bind("error", state.equals("FAILED_VISIBLE") ? notice.detail() : null)
                .execute());
        if (state.equals("NEW")) {
            afterCommit.run(work::workOff);
        }
    }
}
