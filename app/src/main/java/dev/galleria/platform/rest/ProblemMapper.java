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
                return answer(
                        refusal.status(),
                        refusal.code(),
                        String.valueOf(refusal.getMessage()),
                        refusal.faults(),
                        null,
                        refusal.headers());
            }
            if (cause instanceof Problem problem) {
                return answer(status(problem), problem.code(), text(problem), List.of(), null, Map.of());
            }
            if (cause instanceof WebApplicationException refused
                    && refused.getResponse().getStatus() < BROKEN) {
                return refused(refused.getResponse());
            }
        }
        if (Away.in(thrown)) {
            LOG.log(Level.WARNING, thrown, () -> "A request to the API was sent away: a part does not answer");
            return answer(
                    UNAVAILABLE,
                    "request/unavailable",
                    "This cannot be done for the moment. Ask again in a few seconds.",
                    List.of(),
                    null,
                    Map.of("Retry-After", Integer.toString(Away.RETRY_SECONDS)));
        }
        var incident = Ids.next().toString();
        LOG.log(Level.SEVERE, thrown, () -> "Incident " + incident + ": a request to the API failed");
        return answer(
                BROKEN,
                "request/failed",
                "Something went wrong here, not in the request.",
                List.of(),
                incident,
                Map.of());
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
                status,
                "request/" + status,
                title(status),
                List.of(),
                null,
                allow == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allow));
    }

    private static String text(Problem problem) {
        return Texts.either(Locale.ENGLISH, "problem." + problem.code().replace('/', '.'), "problem.request");
    }

    private Response answer(
            int status,
            String code,
            String detail,
            List<ApiFault> faults,
            @Nullable String incident,
            Map<String, String> extra) {
        var body = new ProblemBody(
                "urn:galleria:problem:" + code.replace('/', ':'),
                title(status),
                status,
                detail,
                uri.getRequestUri().getRawPath(),
                code,
                faults.isEmpty() ? null : faults,
                incident);
        var response = Response.status(status).type(TYPE).entity(body).header(HttpHeaders.CACHE_CONTROL, "no-store");
        extra.forEach(response::header);
        return response.build();
    }

    private static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known != null ? known.getReasonPhrase() : status == 422 ? "Unprocessable Content" : "Refused";
    }
}
