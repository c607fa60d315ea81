package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;

/**
 * Something that goes wrong.
 *
 * @param account whose calls or events, or {@code *}
 * @param target which operation or event, or {@code *}
 * @param millis how long a slow answer takes or the caller hangs
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
        /** Executed, answered 500; the same PayPal-Request-Id gives the true answer afterwards. */
        ERROR_AFTER_CHARGE,
        /** Not executed, answered 500. */
        ERROR_WITHOUT_CHARGE,
        /** Not executed, answered 429. */
        RATE_LIMITED,
        /** Executed, answered after a while. */
        SLOW,
        /** Executed; the connection is closed in the middle of the answer's body. */
        TRUNCATED,
        /** Executed, answered 200 with a page that is no JSON. */
        GARBLED,
        /** Not a call, but the delivery of an event. */
        WEBHOOK
    }

    /**
     * How an event is delivered.
     *
     * @param times how often the event is sent; 0 loses it
     * @param delayMillis how long the first sending waits
     * @param signature {@code valid}, {@code wrong} or {@code missing}
     * @param timestampOffset seconds added to the transmission's time; −600 makes it old
     * @param version the version that the event claims, or null for the usual one
     */
    record Delivery(int times, long delayMillis, String signature, long timestampOffset, String version) {
        static final Delivery USUAL = new Delivery(1, 0, "valid", 0, null);
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
                .orElseThrow(() -> Refusal.invalid("UNKNOWN_FAULT", "Unknown kind of fault: " + name));
        long millis = json.path("millis").asLong(kind == Kind.SLOW ? 1_000 : 6_000);
        return new Fault(account, json.path("operation").asText("*"), kind, millis, Delivery.USUAL);
    }

    private static Delivery delivery(JsonNode json) {
        return new Delivery(
                json.path("times").asInt(1),
                json.path("delay_millis").asLong(0),
                json.path("signature").asText("valid"),
                json.path("timestamp_offset").asLong(0),
                json.path("version").asText(null));
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
