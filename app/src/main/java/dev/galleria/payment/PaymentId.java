package dev.galleria.payment;

import java.util.UUID;

/** Names one attempt to pay one checkout. */
public record PaymentId(UUID value) {}
