package dev.galleria.order;

import dev.galleria.inventory.LineQuantity;
import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Some units of an order have been canceled before they were sent; the rest of it stands. */
public record LinesCanceled(UUID eventId, Instant occurredAt, OrderId order, List<LineQuantity> lines, String actor)
        implements DomainEvent {
    @Override
    public String topic() {
        return "order.lines-canceled";
    }
}
