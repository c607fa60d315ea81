package dev.galleria.account.rest;

import dev.galleria.account.AccessTokens;
import dev.galleria.account.CurrentAccount;
import dev.galleria.platform.rest.Open;
import dev.galleria.platform.rest.Refusal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Knows the account by {@code Authorization: Bearer} and by nothing else: a cookie proves nothing here. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Bearer implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SCHEME = "Bearer ";

    @Inject
    CurrentAccount current;

    @Inject
    AccessTokens tokens;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            current.begin("");
            if (!SAFE.contains(request.getMethod())
                    && !resource.getResourceMethod().isAnnotationPresent(Open.class)) {
                throw Refusal.unauthenticated("Send a token: Authorization: Bearer …");
            }
            return;
        }
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        begin(request, bearer ? header.substring(SCHEME.length()).strip() : "");
        if (current.find().isEmpty()) {
            throw Refusal.unauthenticated("The token is unknown or has expired.");
        }
    }

    /** A signed token has been verified by the server before; any other is a session's. */
    private void begin(ContainerRequestContext request, String token) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken signed
                && token.equals(signed.getRawToken())) {
            tokens.bearer(signed.getAudience(), signed.getSubject(), signed.getTokenID())
                    .ifPresentOrElse(
                            bearer -> current.begin(bearer.grant(), bearer.account()), () -> current.begin(""));
        } else {
            current.begin(token);
        }
    }
}
