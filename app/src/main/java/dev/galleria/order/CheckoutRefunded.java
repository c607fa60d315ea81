package dev.galleria.order;

import dev.galleria.platform.DomainEvent;
import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.UUID;

/** Money came in for what could no longer be sold; all of it goes back. The shopper is told at that address. */
public record CheckoutRefunded(
        UUID eventId, Instant occurredAt, CheckoutId checkout, String email, String locale, Money amount)
        implements DomainEvent {
    @Override
    public String topic() {
        return "order.refused";
    }
}
