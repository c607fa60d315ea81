package dev.galleria.order;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** An order has been canceled as a whole before anything was sent; its stock is back and its money on the way back. */
public record OrderCanceled(UUID eventId, Instant occurredAt, OrderId order, String actor) implements DomainEvent {
    @Override
    public String topic() {
        return "order.canceled";
    }
}
