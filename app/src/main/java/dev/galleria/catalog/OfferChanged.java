package dev.galleria.catalog;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A seller asks something else for a variant than before, or no longer offers it. */
public record OfferChanged(UUID eventId, Instant occurredAt, OfferId offer, ProductId product) implements DomainEvent {
    @Override
    public String topic() {
        return "catalog.offer-changed";
    }
}
