package dev.galleria.account;

import java.time.Duration;
import java.util.Map;

/** The answer to an attempt to create an account. */
public sealed interface SignUp {
    /** Created and signed in. */
    record Created(String token, Account account) implements SignUp {}

    /** What is wrong by field ({@code email}, {@code name}, {@code password}), as keys of texts. */
    record Invalid(Map<String, String> faults) implements SignUp {}

    /** An account with this address exists (after normalization). */
    record EmailTaken() implements SignUp {}

    /** Too many accounts were created from this address. */
    record TooMany(Duration retryAfter) implements SignUp {}
}
