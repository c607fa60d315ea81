package dev.galleria.catalog;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** The tree of categories is not what it was; products that have moved with it are told of by {@link SummariesChanged}. */
public record CategoriesChanged(UUID eventId, Instant occurredAt) implements DomainEvent {
    @Override
    public String topic() {
        return "catalog.categories-changed";
    }
}
