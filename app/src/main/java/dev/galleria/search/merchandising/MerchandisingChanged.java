package dev.galleria.search.merchandising;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Synonyms, rules, redirects or weights are not what they were. */
public record MerchandisingChanged(UUID eventId, Instant occurredAt) implements DomainEvent {
    @Override
    public String topic() {
        return "search.merchandising-changed";
    }
}
