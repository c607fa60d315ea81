package dev.galleria.order;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Money of an order goes back to its buyer, or will not be collected. */
public record RefundPromised(UUID eventId, Instant occurredAt, OrderId order, UUID refund) implements DomainEvent {
    @Override
    public String topic() {
        return "order.refunded";
    }
}
