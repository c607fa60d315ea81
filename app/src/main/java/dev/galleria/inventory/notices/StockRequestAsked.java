package dev.galleria.inventory.notices;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody wants to hear of an offer; whether the address is theirs is not known yet. */
public record StockRequestAsked(UUID eventId, Instant occurredAt, UUID request) implements DomainEvent {
    @Override
    public String topic() {
        return "inventory.stock-request-asked";
    }
}
