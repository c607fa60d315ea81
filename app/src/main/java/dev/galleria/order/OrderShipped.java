package dev.galleria.order;

import dev.galleria.platform.DomainEvent;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.UUID;

/** A seller has sent its part of an order. */
public record OrderShipped(UUID eventId, Instant occurredAt, OrderId order, PartId part, SellerId seller)
        implements DomainEvent {
    @Override
    public String topic() {
        return "order.shipped";
    }
}
