package dev.galleria.payment;

import java.util.Optional;

/**
 * One way to be paid. Implementations talk to the outside, so they are never called inside a transaction, and they never
 * throw for what the outside does: no answer is {@link Outcome.Unknown}. Every call may be repeated.
 */
public interface PaymentGateway {
    /** Stable, as stored: {@code stripe}. */
    String name();

    /** Whether the current tenant can be paid this way. */
    boolean offered();

    /** Makes what the shopper pays at. The same attempt is the same call, at the gateway, too. */
    Outcome open(Attempt attempt);

    /** How the attempt stands. One whose session is not known is found, or made by the same call as before. */
    Outcome ask(Attempt attempt);

    /** Makes sure that the attempt is not paid any more, unless it already is. */
    Outcome expire(Attempt attempt);

    /** Gives money back. The same attempt is the same call, at the gateway, too. */
    RefundOutcome refund(RefundAttempt attempt);

    /** Does what is to be done once before events come; called again and again, does nothing when all is well. */
    default void prepare() {}

    /** Reads an event if it is truly signed by the gateway for the current tenant and not older or newer than 300 s. */
    default Optional<Notice> verify(String body, String signature) {
        return Optional.empty();
    }

    /** Reads an event that was verified before. */
    default Notice read(String body) {
        throw new UnsupportedOperationException(name() + " sends no events");
    }
}
