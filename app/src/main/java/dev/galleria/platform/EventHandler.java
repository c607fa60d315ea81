package dev.galleria.platform;

import java.util.List;

/** Acts on one type of event, in a transaction of its own, once per event id. A bean; found by its type argument. */
public interface EventHandler<E extends DomainEvent> {
    /** The event's class. */
    Class<E> type();

    /** Called with the tenant bound. An exception leaves nothing behind and the event is delivered again later. */
    void handle(E event);

    /**
     * How many events that waited together it takes in one transaction. More than one only where one look at many costs less
     * than many looks at one and where holding what all of them lock hurts nobody.
     */
    default int together() {
        return 1;
    }

    /**
     * Acts on as many events as it takes together. An exception leaves nothing of any behind and each is then delivered by
     * itself.
     */
    default void handleAll(List<E> events) {
        events.forEach(this::handle);
    }
}
