package dev.galleria.order;

import dev.galleria.platform.Money;
import java.time.Instant;

/** A seller's part of an order in the seller's list. The name is the recipient's; the total what the buyer pays for it. */
public record PartSummary(
        PartId id,
        String number,
        int partNo,
        OrderState state,
        Instant placedAt,
        String name,
        String country,
        int pieces,
        Money total,
        String title) {}
