package dev.galleria.stripedouble;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /v1/…}: finds the account by its secret key and the operation by the URL. */
final class Api {
    private static final Pattern SECRET_KEY = Pattern.compile("sk_test_([A-Za-z0-9_-]{1,100})");

    private final Accounts accounts;
    private final Calls calls;

    Api(Accounts accounts, Calls calls) {
        this.accounts = accounts;
        this.calls = calls;
    }

    void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String requestId = Ids.next("req_", 14);
        try {
            Account account = authenticate(exchange.getRequestHeaders());
            Routes.Match match = Routes.find(method, path).orElseThrow(() -> Refusal.unknownUrl(method, path));
            Params params = params(exchange, method);
            Request request = new Request(path, match.id(), params, base(exchange));
            calls.perform(
                    exchange,
                    new Calls.Call(
                            account,
                            match.name(),
                            path,
                            key(exchange, method),
                            params.fingerprint(),
                            requestId,
                            change -> match.operation().run(request, change)));
        } catch (Refusal refusal) {
            Wire.send(exchange, refusal.answer().with("Request-Id", requestId));
        }
    }

    private Account authenticate(Headers headers) {
        String authorization = headers.getFirst("Authorization");
        if (authorization == null) {
            throw Refusal.unauthorized("You did not provide an API key. You need to provide your API key in the "
                    + "Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        Matcher key = SECRET_KEY.matcher(secretKey(authorization));
        if (!key.matches()) {
            throw Refusal.unauthorized("Invalid API Key provided. The double takes keys of the form sk_test_<name>.");
        }
        return accounts.named(key.group(1));
    }

    private static String secretKey(String authorization) {
        if (authorization.startsWith("Basic ")) {
            try {
                byte[] pair = Base64.getDecoder()
                        .decode(authorization.substring("Basic ".length()).trim());
                return new String(pair, StandardCharsets.UTF_8).replaceFirst(":.*", "");
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
        return authorization.replaceFirst("^Bearer ", "").trim();
    }

    private static Params params(HttpExchange exchange, String method) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        if ("POST".equals(method)) {
            return Params.parse(body(exchange));
        }
        return Params.parse(query == null ? "" : query);
    }

    /** The body as text; the double takes no uploads, so a megabyte is plenty. */
    static String body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(1 << 20);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String key(HttpExchange exchange, String method) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (!"POST".equals(method) || key == null || key.isBlank()) {
            return null;
        }
        if (key.length() > 255) {
            throw Refusal.idempotency("Idempotency keys are up to 255 characters long.");
        }
        return key;
    }

    /** Under which address the caller reached the double. */
    static String base(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return "http://"
                + (host == null ? "127.0.0.1:" + exchange.getLocalAddress().getPort() : host);
    }
}
