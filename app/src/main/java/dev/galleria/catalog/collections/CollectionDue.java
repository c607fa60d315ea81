package dev.galleria.catalog.collections;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A collection's rule has been written: its products are to be gathered. */
public record CollectionDue(UUID eventId, Instant occurredAt, CollectionId collection) implements DomainEvent {
    @Override
    public String topic() {
        return "catalog.collection-due";
    }
}
