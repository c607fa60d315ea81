package dev.galleria.tenancy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform admin behind this request, read once per request. */
@RequestScoped
public class CurrentAdmin {
    @Inject
    Admins admins;

    private String token = "";
    private @Nullable Optional<Admin> found;

    public Optional<Admin> find() {
        if (found == null) {
            found = admins.bySession(token);
        }
        return found;
    }

    /** Behind the filter there always is one. */
    public Admin require() {
        return find().orElseThrow(() -> new IllegalStateException("No admin is signed in"));
    }

    /** The session's token; empty when there is none. */
    public String token() {
        return token;
    }

    /** Set by the filter from the cookie, and by signing in and out. */
    public void begin(String sessionToken) {
        token = sessionToken;
        found = null;
    }
}
