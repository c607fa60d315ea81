package dev.galleria.platform.rest;

import dev.galleria.platform.Away;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Texts;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Every failure of the API as a problem document; what is nobody's fault but ours is logged once, with its number. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    static final String TYPE = "application/problem+json";
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final int BROKEN = 500;
    private static final int UNAVAILABLE = 503;
    private static final int PRECONDITION_FAILED = 412;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return answer(refusal, null);
            }
            if (cause instanceof Problem problem) {
                return answer(of(problem), null);
            }
            if (cause instanceof WebApplicationException refused
                    && refused.getResponse().getStatus() < BROKEN) {
                return refused(refused.getResponse());
            }
        }
        if (Away.in(thrown)) {
            LOG.log(Level.WARNING, thrown, () -> "A request to the API was sent away: a part does not answer");
            var refusal = new Refusal(
                    UNAVAILABLE,
                    "request/unavailable",
                    "This cannot be done for the moment. Ask again in a few seconds.");
            return answer(refusal.retryAfter(Away.RETRY_SECONDS), null);
        }
        var incident = Ids.next().toString();
        LOG.log(Level.SEVERE, thrown, () -> "Incident " + incident + ": a request to the API failed");
        return answer(
                new Refusal(BROKEN, "request/failed", "Something went wrong here, not in the request."), incident);
    }

    /** What is being worked on elsewhere is worth another try in a moment. */
    private Refusal of(Problem problem) {
        var refusal = new Refusal(status(problem), problem.code(), text(problem));
        return problem.code().equals("request/in-progress") ? refusal.retryAfter(1) : refusal;
    }

    /** Whoever named the version that it knows is told that the condition failed (RFC 9110 section 15.5.13). */
    private int status(Problem problem) {
        boolean named = headers.getHeaderString(HttpHeaders.IF_MATCH) != null;
        return named && problem.code().endsWith("/stale")
                ? PRECONDITION_FAILED
                : problem.kind().status();
    }

    /** What the server itself refuses keeps its headers, such as Allow. */
    private Response refused(Response response) {
        int status = response.getStatus();
        var allow = response.getHeaderString(HttpHeaders.ALLOW);
        return answer(
                new Refusal(
                        status,
                        "request/" + status,
                        title(status),
                        List.of(),
                        allow == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allow)),
                null);
    }

    private static String text(Problem problem) {
        return Texts.either(Locale.ENGLISH, "problem." + problem.code().replace('/', '.'), "problem.request");
    }

    private Response answer(Refusal refusal, @Nullable String incident) {
        int status = refusal.status();
        var code = refusal.code();
        var faults = refusal.faults();
        var body = new ProblemBody(
                "urn:galleria:problem:" + code.replace('/', ':'),
                title(status),
                status,
                String.valueOf(refusal.getMessage()),
                uri.getRequestUri().getRawPath(),
                code,
                faults.isEmpty() ? null : faults,
                incident);
        var response = Response.status(status)
                .type(TYPE)
                .entity(refusal.more().isEmpty() ? body : body.with(refusal.more()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        refusal.headers().forEach(response::header);
        return response.build();
    }

    private static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known != null ? known.getReasonPhrase() : status == 422 ? "Unprocessable Content" : "Refused";
    }
}
