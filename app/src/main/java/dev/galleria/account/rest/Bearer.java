package dev.galleria.account.rest;

import dev.galleria.account.CurrentAccount;
import dev.galleria.platform.rest.Refusal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Knows the account by {@code Authorization: Bearer} and by nothing else: a cookie proves nothing here. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Bearer implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";

    @Inject
    CurrentAccount current;

    @Override
    public void filter(ContainerRequestContext request) {
        var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            current.begin("");
            return;
        }
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        current.begin(bearer ? header.substring(SCHEME.length()).strip() : "");
        if (current.find().isEmpty()) {
            throw Refusal.unauthenticated("The token is unknown or has expired.");
        }
    }
}
