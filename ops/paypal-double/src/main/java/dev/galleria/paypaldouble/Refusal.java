package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that is answered with an error, in the shape of developer.paypal.com/api/rest/responses. It has no effect. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private Refusal(int status, String name, String issue, String message) {
        super(message);
        ObjectNode body =
                Json.object().put("name", name).put("message", message).put("debug_id", Ids.digits(13));
        if (issue != null) {
            body.putArray("details").add(Json.object().put("issue", issue).put("description", message));
        }
        body.putArray("links");
        this.answer = Answer.json(status, body);
    }

    static Refusal invalid(String issue, String message) {
        return new Refusal(400, "INVALID_REQUEST", issue, message);
    }

    /** Understood, but the state of things forbids it. */
    static Refusal unprocessable(String issue, String message) {
        return new Refusal(422, "UNPROCESSABLE_ENTITY", issue, message);
    }

    static Refusal missing(String what, String id) {
        return new Refusal(
                404,
                "RESOURCE_NOT_FOUND",
                "INVALID_RESOURCE_ID",
                "The specified resource does not exist: " + what + " " + id);
    }

    static Refusal unknownUrl(String method, String path) {
        return new Refusal(404, "RESOURCE_NOT_FOUND", null, "The double does not know " + method + " " + path);
    }

    static Refusal unauthorized() {
        return new Refusal(
                401,
                "AUTHENTICATION_FAILURE",
                null,
                "Authentication failed due to invalid authentication credentials.");
    }

    static Refusal inProgress() {
        return new Refusal(
                409,
                "RESOURCE_CONFLICT",
                "PREVIOUS_REQUEST_IN_PROGRESS",
                "A previous request on this resource is currently in progress.");
    }

    static Refusal requestIdReused() {
        return unprocessable(
                "DUPLICATE_REQUEST_ID", "The value of PayPal-Request-Id was used with another request before.");
    }

    static Refusal tooMany() {
        return new Refusal(429, "RATE_LIMIT_REACHED", null, "Too many requests. Blocked due to rate limiting.");
    }

    static Refusal broken() {
        return new Refusal(500, "INTERNAL_SERVER_ERROR", null, "An internal server error has occurred.");
    }

    Answer answer() {
        return answer;
    }
}
