package dev.galleria.payment;

import dev.galleria.platform.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about money that needs a person.
 *
 * @param what the state, the event's type or in what way books differ
 * @param amount what we have; null where there is none
 * @param theirs what the gateway has, where that is something else
 * @param detail for staff, not translated
 */
public record Concern(
        Kind kind,
        String id,
        String gateway,
        String what,
        @Nullable Money amount,
        @Nullable Money theirs,
        Instant since,
        String detail) {
    /** What it is about. */
    public enum Kind {
        /** A payment whose end is not known. */
        PAYMENT,
        /** A refund that the gateway has refused. */
        REFUND,
        /** An event that could not be understood or worked off. */
        EVENT,
        /** The gateway's list and our books differ. */
        DIFFERENCE
    }
}
