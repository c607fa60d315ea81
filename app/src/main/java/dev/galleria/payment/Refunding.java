package dev.galleria.payment;

import dev.galleria.platform.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund as it is recorded now; {@code failure} is for staff. */
public record Refunding(
        UUID id, PaymentId payment, String purpose, Money amount, State state, @Nullable String failure) {
    /** PENDING and UNKNOWN are worked on until the gateway has given a final answer. */
    public enum State {
        PENDING,
        UNKNOWN,
        SUCCEEDED,
        FAILED;

        /** Whether that may come next; the database has the same table: {@code saga_move}. */
        public boolean mayBecome(State next) {
            return next != this && (this == PENDING || this == UNKNOWN || this == FAILED && next != UNKNOWN);
        }
    }
}
