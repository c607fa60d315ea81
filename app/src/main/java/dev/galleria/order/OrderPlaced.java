package dev.galleria.order;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** An order has been placed: its money is secured and its stock taken. */
public record OrderPlaced(UUID eventId, Instant occurredAt, OrderId order) implements DomainEvent {
    @Override
    public String topic() {
        return "order.created";
    }
}
