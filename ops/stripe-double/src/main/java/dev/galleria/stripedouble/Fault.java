package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;

/**
 * What goes wrong with a call of the API or of the payment page ({@code operation}, {@code kind}), or with the delivery
 * of an event ({@code event}, {@code webhook}).
 *
 * @param account the account's name, or {@code *}
 * @param target the operation or the event's type, or {@code *}
 * @param millis for {@code slow} how long the answer takes; for the kinds without an answer how long the caller hangs
 */
record Fault(String account, String target, Kind kind, long millis, Delivery delivery) {

    /** The ways in which a call goes wrong. */
    enum Kind {
        /** Executed; then silence, then the connection is closed. */
        CHARGE_THEN_NO_ANSWER,
        /** Executed; then the connection is reset. */
        CHARGE_THEN_RESET,
        /** Not executed; silence, then the connection is closed. */
        NO_CHARGE_NO_ANSWER,
        /** Executed, answered 500; the 500 is what the idempotency key gives from then on. */
        ERROR_AFTER_CHARGE,
        /** Not executed, answered 500. */
        ERROR_WITHOUT_CHARGE,
        /** Not executed, answered 429. */
        RATE_LIMITED,
        /** Executed, answered after a while. */
        SLOW,
        /** Executed; the connection is closed in the middle of the answer's body. */
        TRUNCATED,
        /** Not a call, but the delivery of an event. */
        WEBHOOK
    }

    /**
     * How an event is delivered.
     *
     * @param times how often the event is sent; 0 loses it
     * @param delayMillis how long the first sending waits
     * @param beforeAnswer the call that caused the event is answered only after the event was sent
     * @param reversed the events of the same call are sent last first
     * @param signature {@code valid}, {@code wrong} or {@code missing}
     * @param timestampOffset seconds added to the signature's time; −600 makes it old
     * @param apiVersion the version that the event claims, or null for the usual one
     */
    record Delivery(
            int times,
            long delayMillis,
            boolean beforeAnswer,
            boolean reversed,
            String signature,
            long timestampOffset,
            String apiVersion) {
        static final Delivery USUAL = new Delivery(1, 0, false, false, "valid", 0, null);
    }

    /** Reads {@code {"account", "operation", "kind", "millis"}} or {@code {"account", "event", "webhook": {…}}}. */
    static Fault parse(JsonNode json) {
        String account = json.path("account").asText("*");
        if (json.has("event")) {
            return new Fault(account, json.path("event").asText(), Kind.WEBHOOK, 0, delivery(json.path("webhook")));
        }
        String name = json.path("kind").asText();
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known != Kind.WEBHOOK
                        && known.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(null, "Unknown kind of fault: " + name, "kind"));
        long millis = json.path("millis").asLong(kind == Kind.SLOW ? 1_000 : 5_000);
        return new Fault(account, json.path("operation").asText("*"), kind, millis, Delivery.USUAL);
    }

    private static Delivery delivery(JsonNode json) {
        return new Delivery(
                json.path("times").asInt(1),
                json.path("delay_millis").asLong(0),
                json.path("before_answer").asBoolean(false),
                json.path("reversed").asBoolean(false),
                json.path("signature").asText("valid"),
                json.path("timestamp_offset").asLong(0),
                json.path("api_version").asText(null));
    }

    boolean concerns(String accountName, String operationOrEvent, boolean webhook) {
        return webhook == (kind == Kind.WEBHOOK)
                && ("*".equals(account) || account.equals(accountName))
                && ("*".equals(target) || target.equals(operationOrEvent));
    }

    ObjectNode toJson(int left) {
        return Json.object()
                .put("account", account)
                .put(kind == Kind.WEBHOOK ? "event" : "operation", target)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("left", left);
    }
}
