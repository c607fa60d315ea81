package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Events to one handler in one transaction, together with the note that they have been handled. */
@ApplicationScoped
public class OutboxDelivery {
    @Inject
    Database database;

    /** Leaves out those that the handler has already handled. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <E extends DomainEvent> void once(EventHandler<E> handler, List<E> events) {
        Set<UUID> first = Set.copyOf(database.call(sql -> sql.createQuery(
                        """
                        INSERT INTO handled_event (handler, event_id) SELECT :handler, unnest(:events)
                            ON CONFLICT DO NOTHING RETURNING event_id""")
                .bind("handler", name(handler))
                .bindArray(
                        "events",
                        UUID.class,
                        events.stream().map(DomainEvent::eventId).toList())
                .mapTo(UUID.class)
                .list()));
        var unhandled =
                events.stream().filter(event -> first.contains(event.eventId())).toList();
        if (unhandled.size() == 1) {
            handler.handle(unhandled.get(0));
        } else if (!unhandled.isEmpty()) {
            handler.handleAll(unhandled);
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
