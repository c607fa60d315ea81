package dev.galleria.payment;

import dev.galleria.platform.DomainEvent;
import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.UUID;

/** A refund has come to its end: the money is on its way back, or the gateway has refused it and a person must look. */
public record RefundSettled(
        UUID eventId,
        Instant occurredAt,
        PaymentId payment,
        UUID refund,
        String purpose,
        Money amount,
        boolean succeeded)
        implements DomainEvent {
    @Override
    public String topic() {
        return "payment.refunded";
    }
}
