package dev.galleria.payment;

import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as a gateway needs to know it. The session's name is missing until the gateway's answer is recorded. */
public record Attempt(
        PaymentId id,
        UUID checkoutId,
        String idempotencyKey,
        Money amount,
        Display display,
        Instant createdAt,
        @Nullable String sessionRef) {}
