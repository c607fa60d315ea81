package dev.galleria.payment;

import java.util.Map;
import java.util.Set;

/** How far a payment has come. It never goes back; what the gateway says of money taken overrules every other end. */
public enum PaymentState {
    /** Recorded, the gateway not yet asked (or its answer not yet recorded). */
    CREATED,
    /** The shopper is at the gateway's page. */
    PENDING,
    /** The gateway was called and gave no final answer, or one that does not fit what was asked. */
    UNKNOWN,
    /** Promised: cash to be collected on delivery. */
    AUTHORIZED,
    /** The money has been taken; it can only be refunded. */
    CAPTURED,
    /** Ended at the gateway without money. */
    FAILED,
    /** Called off before money was taken. */
    CANCELED;

    /** The database has the same table: {@code saga_move}. */
    private static final Map<PaymentState, Set<PaymentState>> LEGAL = Map.of(
            CREATED, Set.of(PENDING, UNKNOWN, AUTHORIZED, CAPTURED, FAILED, CANCELED),
            PENDING, Set.of(UNKNOWN, AUTHORIZED, CAPTURED, FAILED, CANCELED),
            UNKNOWN, Set.of(PENDING, AUTHORIZED, CAPTURED, FAILED, CANCELED),
            AUTHORIZED, Set.of(CAPTURED, UNKNOWN, FAILED, CANCELED),
            CAPTURED, Set.of(),
            FAILED, Set.of(CAPTURED, UNKNOWN),
            CANCELED, Set.of(CAPTURED, UNKNOWN));

    /** Whether that may come next. */
    public boolean mayBecome(PaymentState next) {
        return LEGAL.get(this).contains(next);
    }

    /** Whether only the gateway can tell how it ends. */
    public boolean unsettled() {
        return this == CREATED || this == PENDING || this == UNKNOWN;
    }

    /** Whether an order can be placed on it. */
    public boolean secured() {
        return this == AUTHORIZED || this == CAPTURED;
    }
}
