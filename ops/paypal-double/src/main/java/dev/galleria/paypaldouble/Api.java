package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /v1/…} and {@code /v2/…}: gives tokens, finds the account by its token and the operation by the URL. */
final class Api {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final String TOKEN = "A21AA-";
    private static final int LIFE_SECONDS = 32_400;

    private final Accounts accounts;
    private final Calls calls;

    Api(Accounts accounts, Calls calls) {
        this.accounts = accounts;
        this.calls = calls;
    }

    void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        try {
            if (path.equals("/v1/oauth2/token")) {
                token(exchange);
                return;
            }
            Account account = authenticate(exchange.getRequestHeaders());
            Routes.Match match = Routes.find(method, path).orElseThrow(() -> Refusal.unknownUrl(method, path));
            String text = body(exchange);
            boolean whole =
                    "return=representation".equals(exchange.getRequestHeaders().getFirst("Prefer"));
            var request = new Request(path, match.id(), json(text), query(exchange), base(exchange), whole);
            String id = exchange.getRequestHeaders().getFirst("PayPal-Request-Id");
            String key = "POST".equals(method) && id != null && !id.isBlank() ? match.name() + " " + id : null;
            calls.perform(
                    exchange, new Calls.Call(account, match.name(), key, path + " " + text, change -> match.operation()
                            .run(request, change)));
        } catch (Refusal refusal) {
            Wire.send(exchange, refusal.answer());
        }
    }

    /** Client {@code client-<name>} with the secret {@code secret-<name>} is the merchant of that name. */
    private void token(HttpExchange exchange) throws IOException {
        body(exchange);
        String[] pair = basic(exchange.getRequestHeaders()).split(":", 2);
        String name = pair[0].replaceFirst("^client-", "");
        if (pair.length != 2
                || !pair[0].startsWith("client-")
                || !NAME.matcher(name).matches()
                || !pair[1].equals("secret-" + name)) {
            throw Refusal.unauthorized();
        }
        calls.perform(
                exchange,
                new Calls.Call(
                        accounts.named(name),
                        "oauth.token",
                        null,
                        "",
                        change -> Answer.json(
                                200,
                                Json.object()
                                        .put("scope", "https://uri.paypal.com/services/payments/payment")
                                        .put("access_token", TOKEN + name)
                                        .put("token_type", "Bearer")
                                        .put("app_id", "APP-" + name)
                                        .put("expires_in", LIFE_SECONDS)
                                        .put("nonce", Ids.next()))));
    }

    private static String basic(Headers headers) {
        String authorization = headers.getFirst("Authorization");
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return "";
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring(6).trim());
            return new String(pair, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Account authenticate(Headers headers) {
        String authorization = headers.getFirst("Authorization");
        String name = authorization == null ? "" : authorization.replaceFirst("^Bearer " + TOKEN, "");
        if (authorization == null
                || name.equals(authorization)
                || !NAME.matcher(name).matches()) {
            throw Refusal.unauthorized();
        }
        return accounts.named(name);
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? Json.object() : Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Refusal.invalid("MALFORMED_REQUEST_JSON", "The request JSON is not well formed.");
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return form(query == null ? "" : query);
    }

    /** Names and values of a form or query. */
    static Map<String, String> form(String encoded) {
        Map<String, String> values = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    /** The body as text; the double takes no uploads, so a megabyte is plenty. */
    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(1 << 20), StandardCharsets.UTF_8);
    }

    /** Under which address the caller reached the double. */
    static String base(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return "http://"
                + (host == null ? "127.0.0.1:" + exchange.getLocalAddress().getPort() : host);
    }
}
