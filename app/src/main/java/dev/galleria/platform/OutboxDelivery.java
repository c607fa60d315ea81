package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** One event to one handler in one transaction, together with the note that it has been handled. */
@ApplicationScoped
public class OutboxDelivery {
    @Inject
    Database database;

    /** Does nothing if that handler has already handled that event. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <E extends DomainEvent> void once(EventHandler<E> handler, E event) {
        int first = database.call(sql -> sql.execute(
                "INSERT INTO handled_event (handler, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                name(handler),
                event.eventId()));
        if (first == 1) {
            handler.handle(event);
        }
    }

    private static String name(EventHandler<?> handler) {
        // The bean may be a proxy: its superclass is the handler that was written.
        var type = handler.getClass();
        return type.isSynthetic() || type.getName().contains("$Proxy$")
                ? type.getSuperclass().getName()
                : type.getName();
    }
}
