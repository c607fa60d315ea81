package dev.galleria.platform.rest;

import dev.galleria.platform.Json;
import dev.galleria.platform.Secrets;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110 section 8.8.3) made of what is shown, so that equal tags mean equal content. */
public final class Tags {
    private Tags() {}

    public static String of(Object body) {
        return tag(Json.write(body));
    }

    /** 200 with its tag, or 304 if the client has exactly that. */
    public static Response ok(Object body, @Nullable String ifNoneMatch, String cacheControl) {
        var text = Json.write(body);
        var tag = tag(text);
        var response = matches(ifNoneMatch, tag)
                ? Response.notModified()
                : Response.ok(text, MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"));
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }

    /** Requires the client to name what it has seen: 428 without a word, 412 if it is something else. */
    public static void requireMatch(@Nullable String ifMatch, String tag) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(
                    428,
                    "request/if-match",
                    "Name the version that you have seen: If-Match with its ETag (RFC 6585 section 3).");
        }
        if (!matches(ifMatch, tag)) {
            throw new Refusal(
                    412, "request/stale", "This has been changed since. Load it again and repeat the change.");
        }
    }

    private static boolean matches(@Nullable String header, String tag) {
        return header != null
                && (header.strip().equals("*")
                        || Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag::equals));
    }

    private static String tag(String text) {
        var hash = Arrays.copyOf(Secrets.hash(text), 15);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    }
}
