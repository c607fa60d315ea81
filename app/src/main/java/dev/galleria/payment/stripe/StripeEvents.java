package dev.galleria.payment.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.galleria.payment.Notice;
import dev.galleria.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Stripe's events as JSON, whatever version of the API they were made for: read is only what they are about. See
 * docs.stripe.com/webhooks and docs.stripe.com/webhooks/signature.
 */
final class StripeEvents {
    private static final long TOLERANCE_SECONDS = 300;
    private static final Pattern TIMESTAMP = Pattern.compile("(?:^|,)\\s*t=([0-9]{1,12})(?:,|$)");
    private static final Set<String> PAYMENT = Set.of(
            "checkout.session.completed",
            "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed",
            "checkout.session.expired",
            "payment_intent.succeeded",
            "payment_intent.canceled");
    private static final Set<String> REFUND = Set.of("refund.created", "refund.updated", "refund.failed");

    private StripeEvents() {}

    /** Whether Stripe has signed this body with the secret, not more than 300 s ago nor ahead. */
    static boolean signed(String body, String signature, String secret, Clock clock) {
        var timestamp = TIMESTAMP.matcher(signature);
        if (!timestamp.find()
                || Long.parseLong(timestamp.group(1)) > clock.instant().getEpochSecond() + TOLERANCE_SECONDS) {
            return false;
        }
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE_SECONDS, clock);
        } catch (SignatureVerificationException e) {
            return false;
        }
    }

    static Notice read(String body, boolean live) {
        try {
            var event = JsonParser.parseString(body).getAsJsonObject();
            var id = text(event, "id").orElseThrow();
            var type = text(event, "type").orElseThrow();
            boolean madeLive = event.has("livemode") && event.get("livemode").getAsBoolean();
            if (madeLive != live) {
                return new Notice(
                        id, type, Notice.Kind.ATTENTION, null, null, madeLive ? "a live event" : "a test event");
            }
            return notice(id, type, event.getAsJsonObject("data").getAsJsonObject("object"));
        } catch (RuntimeException e) {
            return new Notice(
                    "unreadable-" + hash(body),
                    "unreadable",
                    Notice.Kind.ATTENTION,
                    null,
                    null,
                    "cannot be understood");
        }
    }

    private static Notice notice(String id, String type, JsonObject object) {
        if (PAYMENT.contains(type)) {
            boolean session = type.startsWith("checkout.");
            var subject = metadata(object, "payment")
                    .or(() -> text(object, "client_reference_id").flatMap(Ids::parse));
            var ref = session ? text(object, "id").orElseThrow() : null;
            return new Notice(id, type, Notice.Kind.PAYMENT, subject.orElse(null), ref, "");
        }
        if (REFUND.contains(type)) {
            return new Notice(
                    id, type, Notice.Kind.REFUND, metadata(object, "refund").orElse(null), null, "");
        }
        if (type.startsWith("charge.dispute.")) {
            return new Notice(id, type, Notice.Kind.ATTENTION, null, null, "the cardholder disputes a payment");
        }
        return new Notice(id, type, Notice.Kind.OTHER, null, null, "");
    }

    private static Optional<UUID> metadata(JsonObject object, String name) {
        return Optional.ofNullable(object.get("metadata"))
                .filter(JsonElement::isJsonObject)
                .flatMap(metadata -> text(metadata.getAsJsonObject(), name))
                .flatMap(Ids::parse);
    }

    private static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    private static String hash(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
