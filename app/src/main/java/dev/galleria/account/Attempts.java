package dev.galleria.account;

import dev.galleria.platform.Scope;
import dev.galleria.platform.Secrets;
import dev.galleria.platform.cluster.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Slows guessing on all nodes. The strictest count is of one account from one client address, so that a stranger who
 * guesses does not keep the owner out; one account from anywhere and one address for any account are counted too.
 */
@ApplicationScoped
class Attempts {
    private static final Duration PERIOD = Duration.ofMinutes(5);

    @Inject
    Limits limits;

    @Inject
    Scope scope;

    boolean signIn(String email, String address) {
        var account = Secrets.derive("attempts", email);
        return limits.take(key("in-address", address), 300, PERIOD)
                && limits.take(key("in-pair", account + address), 20, PERIOD)
                && limits.take(key("in-account", account), 200, PERIOD);
    }

    /** One more try at the password of an account that is signed in: whoever finds a browser open does not learn it. */
    boolean change(AccountId account) {
        return limits.take(key("change", account.toString()), 10, PERIOD);
    }

    /** One more form that sends a mail, from one client. */
    boolean ask(String address) {
        return limits.take(key("ask-address", address), 30, PERIOD);
    }

    /** One more mail to one address. */
    boolean mail(String email) {
        return limits.take(key("mail", Secrets.derive("attempts", email)), 5, Duration.ofHours(1));
    }

    /** Counts a wrong password; true once an hour for an account that gets more than ten an hour. */
    boolean tooManyWrong(AccountId account) {
        return !limits.take(key("wrong", account.toString()), 10, Duration.ofHours(1))
                && limits.take(key("told", account.toString()), 1, Duration.ofHours(1));
    }

    private String key(String kind, String who) {
        return scope.id() + ":account:" + kind + ":" + who;
    }
}
