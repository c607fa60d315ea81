package dev.galleria.payment;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** The payment has ended without money, by refusal, expiry or because it was called off. */
public record PaymentFailed(UUID eventId, Instant occurredAt, PaymentId payment, UUID checkoutId, PaymentState state)
        implements DomainEvent {
    @Override
    public String topic() {
        return "payment.completed";
    }
}
