package dev.galleria.seller;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A seller's name, standing or rating is not what it was. */
public record SellerChanged(UUID eventId, Instant occurredAt, SellerId seller) implements DomainEvent {
    @Override
    public String topic() {
        return "seller.changed";
    }
}
