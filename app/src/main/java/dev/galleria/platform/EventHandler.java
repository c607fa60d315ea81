package dev.galleria.platform;

/** Acts on one type of event, in a transaction of its own, once per event id. A bean; found by its type argument. */
public interface EventHandler<E extends DomainEvent> {
    /** The event's class. */
    Class<E> type();

    /** Called with the tenant bound. An exception leaves nothing behind and the event is delivered again later. */
    void handle(E event);
}
