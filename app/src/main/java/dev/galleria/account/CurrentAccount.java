package dev.galleria.account;

import dev.galleria.platform.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is signed in in this request. Read from the database once per request, when first asked for. */
@RequestScoped
public class CurrentAccount {
    @Inject
    Accounts accounts;

    private String token = "";
    private @Nullable Optional<Account> found;

    /** Empty for a visitor who has not signed in. */
    public Optional<Account> find() {
        if (found == null) {
            found = token.isEmpty() ? Optional.empty() : accounts.bySession(token);
        }
        return found;
    }

    /** A Problem (FORBIDDEN) for a visitor who has not signed in. */
    public Account require() {
        return find().orElseThrow(() -> Problem.forbidden("account/sign-in", "not signed in"));
    }

    /** The session's token; empty when there is none. */
    public String token() {
        return token;
    }

    /** Set by the API's filter for a program's session, whose account it has found. */
    public void begin(String grant, Account account) {
        token = grant;
        found = Optional.of(account);
    }

    /** Set by the filter from the cookie, and by signing in and out. */
    public void begin(String sessionToken) {
        token = sessionToken;
        found = null;
    }
}
