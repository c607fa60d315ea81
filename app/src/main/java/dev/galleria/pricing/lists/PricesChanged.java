package dev.galleria.pricing.lists;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A price list is not what it was. */
public record PricesChanged(UUID eventId, Instant occurredAt, PriceListId list) implements DomainEvent {
    @Override
    public String topic() {
        return "pricing.prices-changed";
    }
}
