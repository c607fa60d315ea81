package dev.galleria.order;

import dev.galleria.platform.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order in a list. Title and picture are the first line's. */
public record OrderSummary(
        OrderId id,
        String number,
        OrderState state,
        Instant placedAt,
        String email,
        String name,
        Money total,
        int pieces,
        int sellers,
        String title,
        @Nullable String imageKey) {}
