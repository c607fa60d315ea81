package dev.galleria.order;

import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Money that goes back to the buyer.
 *
 * @param tax contained in the amount
 * @param actor who decided it
 */
public record Refund(
        UUID id,
        Kind kind,
        Money amount,
        Money tax,
        String reason,
        String actor,
        Settlement settlement,
        State state,
        Instant at,
        List<Entry> entries) {

    /** What it was given for. */
    public enum Kind {
        WHOLE,
        LINES,
        AMOUNT,
        CANCELLATION,
        RETURN
    }

    /** PENDING until the gateway has answered; a FAILED one can be tried again. */
    public enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** How it is paid: by the gateway, by collecting less on delivery, or by a person where the order came from elsewhere. */
    public enum Settlement {
        GATEWAY,
        UNCHARGED,
        BY_HAND
    }

    /** What it takes from a line, or from a part's shipping (line 0). */
    public record Entry(int partNo, int lineNo, int quantity, Money amount, Money tax) {}
}
