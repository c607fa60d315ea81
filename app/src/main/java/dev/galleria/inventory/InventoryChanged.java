package dev.galleria.inventory;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Some offers may have come into stock or run out. Ask {@link Inventory#available} for what is true now. */
public record InventoryChanged(UUID eventId, Instant occurredAt, List<UUID> offers) implements DomainEvent {
    @Override
    public String topic() {
        return "inventory.updated";
    }
}
