package dev.galleria.account;

import java.time.Duration;

/** The answer to an attempt to sign in. Refused never tells whether the account exists. */
public sealed interface SignIn {
    /** The token goes into the browser's cookie and is shown nowhere else. */
    record Granted(String token, Account account) implements SignIn {}

    record Refused() implements SignIn {}

    /** Too many attempts for this account or from this address. */
    record TooMany(Duration retryAfter) implements SignIn {}
}
