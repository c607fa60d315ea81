package dev.galleria.catalog;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A collection has been written or deleted; products that came or went are told of by {@link SummariesChanged}. */
public record CollectionsChanged(UUID eventId, Instant occurredAt) implements DomainEvent {
    @Override
    public String topic() {
        return "catalog.collections-changed";
    }
}
