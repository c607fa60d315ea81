package dev.galleria.catalog;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The read model of these products is new (or gone); {@code all} means every product. For caches and the search index. */
public record SummariesChanged(UUID eventId, Instant occurredAt, List<ProductId> products, boolean all)
        implements DomainEvent {
    /** The products that these events name, each once. */
    public static List<ProductId> products(List<SummariesChanged> events) {
        return events.stream()
                .flatMap(event -> event.products().stream())
                .distinct()
                .toList();
    }

    @Override
    public String topic() {
        return "cache.invalidate";
    }
}
