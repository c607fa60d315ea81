package dev.galleria.payment;

import dev.galleria.platform.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is recorded now. Once an order stands on it, {@code captured} counts what store credit and gift cards have
 * paid besides; {@code refunded} counts refunds on their way, too; {@code failure} is for staff.
 */
public record PaymentStatus(
        PaymentId id,
        UUID checkoutId,
        String gateway,
        PaymentState state,
        Money amount,
        Money captured,
        Money refunded,
        @Nullable String cardBrand,
        @Nullable String cardLast4,
        @Nullable String failure) {}
