package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A request that is answered with an error, in the shape of <a href="https://docs.stripe.com/api/errors">Stripe's
 * errors</a>. Nothing of the request takes effect.
 */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> LABELS = Map.of(
            "payment_intent", "payment_intent",
            "checkout.session", "checkout.session",
            "webhook_endpoint", "webhook endpoint",
            "balance_transaction", "balance transaction");

    private final transient Answer answer;
    private final boolean beforeExecution;

    private Refusal(int status, ObjectNode error, boolean beforeExecution) {
        super(error.path("message").asText());
        ObjectNode body = Json.object();
        body.set("error", error);
        this.answer = Answer.json(status, body);
        this.beforeExecution = beforeExecution;
    }

    /** A parameter is missing or malformed: found before execution, so an idempotency key stays unused. */
    static Refusal invalid(String code, String message, String param) {
        return new Refusal(400, error("invalid_request_error", code, message, param), true);
    }

    /** The request is well formed but the state of things forbids it. */
    static Refusal notNow(String code, String message, String param) {
        return new Refusal(400, error("invalid_request_error", code, message, param), false);
    }

    static Refusal missing(String kind, String id) {
        String label = LABELS.getOrDefault(kind, kind);
        String message = "No such %s: '%s'".formatted(label, id);
        return new Refusal(404, error("invalid_request_error", "resource_missing", message, "id"), false);
    }

    static Refusal unknownUrl(String method, String path) {
        String message = "Unrecognized request URL (%s: %s). The double does not know it.".formatted(method, path);
        return new Refusal(404, error("invalid_request_error", null, message, null), true);
    }

    static Refusal unauthorized(String message) {
        return new Refusal(401, error("invalid_request_error", null, message, null), true);
    }

    static Refusal idempotency(String message) {
        return new Refusal(400, error("idempotency_error", null, message, null), true);
    }

    static Refusal keyInUse(String key) {
        String message =
                "There is currently another in-progress request using this Idempotent Key (that probably means "
                        + "you submitted twice, and the other request is still going through): " + key
                        + ". Please try again later.";
        return new Refusal(409, error("idempotency_error", "idempotency_key_in_use", message, null), true);
    }

    static Refusal tooMany() {
        String message = "Too many requests hit the API too quickly. We recommend an exponential backoff.";
        return new Refusal(429, error("invalid_request_error", "rate_limit", message, null), true);
    }

    static Refusal broken() {
        String message = "An unknown error occurred. (The double was told to answer so.)";
        return new Refusal(500, error("api_error", null, message, null), false);
    }

    static ObjectNode error(String type, String code, String message, String param) {
        ObjectNode error = Json.object();
        if (code != null) {
            error.put("code", code);
            error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        error.put("message", message);
        if (param != null) {
            error.put("param", param);
        }
        return error.put("type", type);
    }

    Answer answer() {
        return answer;
    }

    /** Stripe keeps no answer for an idempotency key when the endpoint's execution had not begun. */
    boolean beforeExecution() {
        return beforeExecution;
    }
}
