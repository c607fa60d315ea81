package dev.galleria.account;

import java.time.Duration;
import java.util.Map;

/** The answer to somebody who wants an account or a new password. It does not tell whether there is an account. */
public sealed interface SignUp {
    /** A mail is on its way to the address. */
    record Asked() implements SignUp {}

    /** What is wrong by field ({@code email}, {@code name}), as keys of texts. */
    record Invalid(Map<String, String> faults) implements SignUp {}

    /** Too many were asked for from this client. */
    record TooMany(Duration retryAfter) implements SignUp {}
}
