package dev.galleria.platform;

import java.time.Instant;
import java.util.UUID;

/** A fact that others may act on. A record of ids and values, never of entities; delivered at least once after commit. */
public interface DomainEvent {
    UUID eventId();

    Instant occurredAt();

    /** The stream that it belongs to, e.g. {@code order.created}. */
    String topic();
}
