package dev.galleria.inventory.notices;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** It is this request's turn: what it asked for can be had again. */
public record BackInStock(UUID eventId, Instant occurredAt, UUID request) implements DomainEvent {
    @Override
    public String topic() {
        return "inventory.back-in-stock";
    }
}
