package dev.galleria.order;

import dev.galleria.platform.Money;

/** The answer to the wish to cancel an order. */
public sealed interface Cancellation {
    /** It is canceled; that much goes back (nothing if nothing had been paid). Repeating gives the same answer. */
    record Canceled(Money refunded) implements Cancellation {}

    /** Nothing was changed: something has been sent already. */
    record TooLate(OrderState state) implements Cancellation {}
}
