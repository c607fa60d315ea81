package dev.galleria.catalog;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Many products, their variants or their offers are not what they were; up to some hundreds in one event. */
public record ProductsChanged(UUID eventId, Instant occurredAt, List<ProductId> products) implements DomainEvent {
    @Override
    public String topic() {
        return "catalog.product-changed";
    }
}
