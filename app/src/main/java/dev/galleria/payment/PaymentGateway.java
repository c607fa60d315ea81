package dev.galleria.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One way to be paid. Implementations talk to the outside, so they are never called inside a transaction, and they never
 * throw for what the outside does: no answer is {@link Outcome.Unknown}. Every call may be repeated.
 */
public interface PaymentGateway {
    /** Stable, as stored: {@code stripe}. */
    String name();

    /** Whether the current tenant can be paid this way. */
    boolean offered();

    /** Whether it is offered where the tenant has not said anything about it. */
    default boolean offeredUnasked() {
        return true;
    }

    /** Whether it needs keys of the tenant. */
    default boolean keyed() {
        return false;
    }

    /** Whether it can be paid in that currency. */
    default boolean takes(Currency currency) {
        return true;
    }

    /** Whether the promise of the shopper is all that is needed: nobody is called, and {@link #open} always promises. */
    default boolean promises() {
        return false;
    }

    /** Makes what the shopper pays at. The same attempt is the same call, at the gateway, too. */
    Outcome open(Attempt attempt);

    /** How the attempt stands. One whose session is not known is found, or made by the same call as before. */
    Outcome ask(Attempt attempt);

    /** How an attempt that has ended here stands; takes no money, whatever the shopper has agreed to there. */
    default Outcome inspect(Attempt attempt) {
        return ask(attempt);
    }

    /** Makes sure that the attempt is not paid any more, unless it already is. */
    Outcome expire(Attempt attempt);

    /** Gives money back. The same attempt is the same call, at the gateway, too. */
    RefundOutcome refund(RefundAttempt attempt);

    /** Does what is to be done once before events come; called again and again, does nothing when all is well. */
    default void prepare() {}

    /** What it says has moved between these times: captures and refunds, for comparing. */
    default Statement statement(Instant from, Instant to) {
        return new Statement.None();
    }

    /** How long after it has happened something may be missing in {@link #statement}. */
    default Duration reportsWithin() {
        return Duration.ofMinutes(10);
    }

    /**
     * Reads an event if it is truly signed by the gateway for the current tenant and not older or newer than 300 s;
     * {@code header} gives the request's headers by name. Never called inside a transaction.
     */
    default Optional<Notice> verify(String body, UnaryOperator<@Nullable String> header) {
        return Optional.empty();
    }

    /** Reads an event that was verified before. */
    default Notice read(String body) {
        throw new UnsupportedOperationException(name() + " sends no events");
    }
}
