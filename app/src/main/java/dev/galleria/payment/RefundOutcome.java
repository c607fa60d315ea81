package dev.galleria.payment;

/** What a gateway says of one refund. */
public sealed interface RefundOutcome {
    /** The money is on its way back. */
    record Done(String gatewayRef) implements RefundOutcome {}

    /** Accepted, not yet final. */
    record Underway(String gatewayRef) implements RefundOutcome {}

    /** It will not happen this way; a person must look. */
    record Refused(String reason) implements RefundOutcome {}

    /** It may have happened or not. */
    record Unknown(String reason) implements RefundOutcome {}

    /** The gateway was not called at all, because it has failed too often just now. */
    record NotCalled() implements RefundOutcome {}
}
