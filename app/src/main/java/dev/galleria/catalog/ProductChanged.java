package dev.galleria.catalog;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Something about a product, its variants or its offers is not what it was. */
public record ProductChanged(UUID eventId, Instant occurredAt, ProductId product) implements DomainEvent {
    @Override
    public String topic() {
        return "catalog.product-changed";
    }
}
