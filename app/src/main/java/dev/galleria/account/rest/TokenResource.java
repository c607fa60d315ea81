package dev.galleria.account.rest;

import dev.galleria.account.Accounts;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.SignIn;
import dev.galleria.platform.rest.Open;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.web.ClientAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tokens for those who call the API. */
@Path("v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "tokens")
public class TokenResource {
    @Inject
    Accounts accounts;

    @Inject
    CurrentAccount current;

    @Context
    HttpServletRequest request;

    /** Who asks. */
    public record Credentials(String email, String password) {}

    /** A token to be sent as {@code Authorization: Bearer}; whoever has it acts for the account. */
    @Schema(name = "Token")
    public record Token(String token, String tokenType) {}

    @POST
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Opens a session for e-mail address and password. Attempts are limited.")
    @APIResponse(responseCode = "201", description = "The token", content = @Content(schema = @Schema(ref = "Token")))
    @APIResponse(responseCode = "401", description = "Address or password are wrong")
    @APIResponse(responseCode = "429", description = "Too many attempts")
    public Response create(Credentials credentials) {
        var answer = accounts.signIn(credentials.email(), credentials.password(), ClientAddress.of(request));
        if (answer instanceof SignIn.Granted granted) {
            return Response.status(Response.Status.CREATED)
                    .entity(new Token(granted.token(), "Bearer"))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        throw answer instanceof SignIn.TooMany wait
                ? SignInRefusals.tooMany(wait.retryAfter())
                : SignInRefusals.wrong();
    }

    @DELETE
    @Path("current")
    @SecurityRequirement(name = "token")
    @Operation(summary = "Ends the session of the token that is sent.")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end() {
        if (current.find().isEmpty()) {
            throw Refusal.unauthenticated("Send the token that is to be ended.");
        }
        accounts.signOut(current.token());
    }
}
