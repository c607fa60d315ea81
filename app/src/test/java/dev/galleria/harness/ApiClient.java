package dev.galleria.harness;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A program that calls a marketplace's API, with a token or without. Works inside the application and outside. */
public final class ApiClient {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private final String host;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** An answer as it came. */
    public record Answer(int status, Map<String, String> headers, String text) {
        public JsonObject json() {
            try (var reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        }

        public String tag() {
            return headers.getOrDefault("etag", "");
        }
    }

    private ApiClient(String host, String token) {
        this.host = host;
        this.token = token;
    }

    /** Nobody in particular. */
    public static ApiClient of(String slug) {
        return new ApiClient(slug + ".localhost:" + Ready.port(), "");
    }

    /** Whoever has that account. */
    public static ApiClient of(String slug, String email, String password) {
        var body = Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .build()
                .toString();
        var answer = of(slug).send("POST", "/api/v1/tokens", body, Map.of());
        return new ApiClient(slug + ".localhost:" + Ready.port(), answer.json().getString("token"));
    }

    /** Whoever has that token. */
    public static ApiClient bearing(String slug, String token) {
        return new ApiClient(slug + ".localhost:" + Ready.port(), token);
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, String body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, String body, String tag) {
        return send("PUT", path, body, Map.of("If-Match", tag));
    }

    /** A JSON Merge Patch. */
    public Answer patch(String path, String body, String tag) {
        return send("PATCH", path, body, Map.of("If-Match", tag, "Content-Type", "application/merge-patch+json"));
    }

    public Answer delete(String path, String tag) {
        return send("DELETE", path, null, Map.of("If-Match", tag));
    }

    public Answer send(String method, String path, String body, Map<String, String> headers) {
        return send(
                method,
                path,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body),
                body == null ? null : "application/json",
                headers);
    }

    /** Sends a file as it is. */
    public Answer post(String path, byte[] file, String type, Map<String, String> headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(file), type, headers);
    }

    private Answer send(
            String method, String path, HttpRequest.BodyPublisher body, String type, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Ready.port() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Host", host)
                .method(method, body);
        if (type != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", type);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var first = new java.util.HashMap<String, String>();
            response.headers().map().forEach((name, values) -> first.put(name, values.get(0)));
            return new Answer(response.statusCode(), first, response.body());
        } catch (IOException e) {
            throw new IllegalStateException(path + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
