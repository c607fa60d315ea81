package dev.galleria.platform.rest;

import dev.galleria.platform.Idempotency;
import dev.galleria.platform.Idempotency.Answer;
import dev.galleria.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers a POST that creates something; with an Idempotency-Key, however often it is sent, once. */
@ApplicationScoped
public class Creation {
    @Inject
    Idempotency idempotency;

    /** The work's answer, or the one given before to that owner, key, route and input. Problems as {@link Idempotency#once}. */
    public Response once(String owner, @Nullable String key, String route, Object input, Supplier<Answer> work) {
        var answer = key == null
                ? work.get()
                : idempotency.once(owner, IdempotencyKey.checked(key), route, Json.write(input), work);
        return Response.status(answer.status())
                .entity(answer.body())
                .header(HttpHeaders.ETAG, answer.tag())
                .header(HttpHeaders.LOCATION, answer.location())
                .build();
    }
}
