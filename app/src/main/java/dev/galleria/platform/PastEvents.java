package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** Forgets events that were delivered long ago; those that still wait, or failed, stay. */
@ApplicationScoped
public class PastEvents {
    /** Long enough to look into what happened last week. */
    private static final Duration SENT = Duration.ofDays(8);

    /** An event whose delivery was cut off comes again: that it was handled is known for longer than the event itself. */
    private static final Duration HANDLED = Duration.ofDays(16);

    @Inject
    Database database;

    /** Forgets what is too old now, for the current tenant. Repeating is safe. */
    @Transactional
    public void forget() {
        database.call(sql -> {
            sql.execute("DELETE FROM outbox WHERE sent_at < now() - ? * interval '1 day'", SENT.toDays());
            return sql.execute(
                    """
                    DELETE FROM handled_event h WHERE handled_at < now() - ? * interval '1 day'
                       AND NOT EXISTS (SELECT FROM outbox WHERE id = h.event_id)""",
                    HANDLED.toDays());
        });
    }
}
