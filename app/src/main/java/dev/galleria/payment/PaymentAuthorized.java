package dev.galleria.payment;

import dev.galleria.platform.DomainEvent;
import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.UUID;

/** The money is promised (cash on delivery): the order can be placed. */
public record PaymentAuthorized(UUID eventId, Instant occurredAt, PaymentId payment, UUID checkoutId, Money amount)
        implements DomainEvent {
    @Override
    public String topic() {
        return "payment.completed";
    }
}
