package dev.galleria.inventory.notices;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Some offers of a seller have come down to their thresholds. */
public record LowStock(UUID eventId, Instant occurredAt, UUID seller, List<UUID> offers) implements DomainEvent {
    @Override
    public String topic() {
        return "inventory.low-stock";
    }
}
