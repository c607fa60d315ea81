package dev.galleria.account.rest;

import dev.galleria.account.AccessTokens;
import dev.galleria.account.AccessTokens.Granting;
import dev.galleria.account.SignedIn;
import dev.galleria.platform.rest.Open;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.web.ClientAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in for shoppers' programs: short-lived signed tokens that are renewed. */
@Path("v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "auth")
public class AuthResource {
    private static final String VISITOR = "Cart-Token";

    @Inject
    AccessTokens tokens;

    @Inject
    Event<SignedIn> signedIn;

    @Context
    HttpServletRequest request;

    /** Who signs in. */
    @Schema(name = "SignInInput")
    public record SignInInput(String email, String password) {}

    /** A refresh token as it was given. */
    @Schema(name = "RefreshInput")
    public record RefreshInput(String refreshToken) {}

    /** Tokens and for how many seconds they are good. The refresh token can be exchanged once. */
    @Schema(name = "TokenPair")
    public record TokenPair(
            String accessToken, String tokenType, long expiresIn, String refreshToken, long refreshExpiresIn) {
        private static TokenPair of(AccessTokens.Pair pair) {
            return new TokenPair(
                    pair.access(),
                    "Bearer",
                    pair.accessLife().toSeconds(),
                    pair.refresh(),
                    pair.refreshLife().toSeconds());
        }
    }

    @POST
    @Path("token")
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "An access token (JWT, 15 minutes) and a refresh token (7 days) for e-mail address and password",
            description =
                    "Attempts are limited. What is in the cart of a Cart-Token that is sent along is put into the "
                            + "account's cart.")
    @APIResponse(
            responseCode = "200",
            description = "The tokens",
            content = @Content(schema = @Schema(ref = "TokenPair")))
    @APIResponse(responseCode = "401", description = "Address or password are wrong")
    @APIResponse(responseCode = "429", description = "Too many attempts; Retry-After says how long to wait")
    public Response signIn(@HeaderParam(VISITOR) @Nullable String visitor, SignInInput input) {
        var answer = tokens.signIn(input.email(), input.password(), ClientAddress.of(request));
        if (answer instanceof Granting.Granted granted) {
            signedIn.fire(new SignedIn(granted.account(), visitor == null ? "" : visitor));
            return answer(granted.pair());
        }
        throw answer instanceof Granting.TooMany wait
                ? SignInRefusals.tooMany(wait.retryAfter())
                : SignInRefusals.wrong();
    }

    @POST
    @Path("refresh")
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "New tokens for a refresh token, which is used up by it",
            description = "A refresh token that is sent a second time ends the session with all its tokens.")
    @APIResponse(
            responseCode = "200",
            description = "The tokens",
            content = @Content(schema = @Schema(ref = "TokenPair")))
    @APIResponse(responseCode = "401", description = "The token is unknown, has been used, or its session has ended")
    public Response refresh(RefreshInput input) {
        return answer(tokens.refresh(input.refreshToken())
                .orElseThrow(() -> Refusal.unauthenticated("The refresh token is not good any more. Sign in again.")));
    }

    @POST
    @Path("logout")
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ends the session of a refresh token, access tokens included. Repeating changes nothing")
    @APIResponse(responseCode = "204", description = "Ended")
    public void logout(RefreshInput input) {
        tokens.signOut(input.refreshToken());
    }

    private static Response answer(AccessTokens.Pair pair) {
        return Response.ok(TokenPair.of(pair))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
