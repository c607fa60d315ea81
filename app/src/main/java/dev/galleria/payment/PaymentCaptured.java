package dev.galleria.payment;

import dev.galleria.platform.DomainEvent;
import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.UUID;

/** The gateway has handed over the money; it can now only be refunded. */
public record PaymentCaptured(UUID eventId, Instant occurredAt, PaymentId payment, UUID checkoutId, Money amount)
        implements DomainEvent {
    @Override
    public String topic() {
        return "payment.completed";
    }
}
