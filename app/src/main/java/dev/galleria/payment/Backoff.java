package dev.galleria.payment;

import java.time.Duration;

/** When to ask the gateway again. */
final class Backoff {
    /** The first look at a payment whose call has been made. */
    static final Duration FIRST = Duration.ofSeconds(15);

    private Backoff() {}

    /** A shopper who is at the gateway's page: 15 s, growing to a minute. */
    static Duration waiting(int attempts) {
        return grown(attempts, Duration.ofMinutes(1));
    }

    /** A gateway that gives no answer: 15 s, growing to 30 s, so that it is asked soon after it is back. */
    static Duration unanswered(int attempts) {
        return grown(attempts, Duration.ofSeconds(30));
    }

    /** An answer that does not fit: a person has to look, asking again is only to notice that they have. */
    static Duration unfitting() {
        return Duration.ofMinutes(15);
    }

    private static Duration grown(int attempts, Duration most) {
        var wanted = FIRST.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 10));
        return wanted.compareTo(most) > 0 ? most : wanted;
    }
}
