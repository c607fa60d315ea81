package dev.galleria.payment;

import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a gateway says has moved on the tenant's account in a time. */
public sealed interface Statement {
    /** Captures or refunds. */
    enum Kind {
        CAPTURE,
        REFUND
    }

    /** Money moved; the subject is the payment or refund that it names as ours. Amounts are positive. */
    record Entry(Kind kind, String ref, Money amount, Instant at, @Nullable UUID subject) {}

    /** All there was. */
    record Listed(List<Entry> entries) implements Statement {}

    /** It could not be had now. */
    record Unavailable(String reason) implements Statement {}

    /** This gateway keeps none. */
    record None() implements Statement {}
}
