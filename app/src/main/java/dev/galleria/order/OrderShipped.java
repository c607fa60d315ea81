package dev.galleria.order;

import dev.galleria.platform.DomainEvent;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.UUID;

/** A seller has sent a parcel of its part of an order. */
public record OrderShipped(
        UUID eventId, Instant occurredAt, OrderId order, PartId part, SellerId seller, ShipmentId shipment)
        implements DomainEvent {
    @Override
    public String topic() {
        return "order.shipped";
    }
}
