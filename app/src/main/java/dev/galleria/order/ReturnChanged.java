package dev.galleria.order;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A return has come to that state. */
public record ReturnChanged(UUID eventId, Instant occurredAt, OrderId order, ReturnId back, ReturnState state)
        implements DomainEvent {
    @Override
    public String topic() {
        return "order.return";
    }
}
