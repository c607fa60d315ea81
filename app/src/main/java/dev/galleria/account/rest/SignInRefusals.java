package dev.galleria.account.rest;

import dev.galleria.platform.rest.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How an attempt to sign in is refused; never whether the account exists. */
final class SignInRefusals {
    private SignInRefusals() {}

    static Refusal wrong() {
        return new Refusal(
                401,
                "account/refused",
                "E-mail address or password are wrong.",
                List.of(),
                Map.of("WWW-Authenticate", "Bearer"));
    }

    static Refusal tooMany(Duration wait) {
        return new Refusal(429, "account/too-many-attempts", "Too many attempts. Please wait.")
                .retryAfter(wait.toSeconds());
    }
}
