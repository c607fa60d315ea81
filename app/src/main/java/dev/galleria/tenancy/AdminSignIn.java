package dev.galleria.tenancy;

import java.time.Duration;

/** The answer to a platform admin's attempt to sign in. */
public sealed interface AdminSignIn {
    record Granted(String token, Admin admin) implements AdminSignIn {}

    record Refused() implements AdminSignIn {}

    record TooMany(Duration retryAfter) implements AdminSignIn {}
}
