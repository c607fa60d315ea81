package dev.galleria.payment;

import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.UUID;

/** A refund as a gateway needs to know it. */
public record RefundAttempt(
        UUID id, String idempotencyKey, String gatewayRef, Money amount, int attempts, Instant createdAt) {}
