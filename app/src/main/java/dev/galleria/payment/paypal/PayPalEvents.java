package dev.galleria.payment.paypal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.galleria.payment.Notice;
import dev.galleria.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * PayPal's events as JSON, whatever version of the resource they carry: read is only what they are about. See
 * developer.paypal.com/api/rest/webhooks/rest and …/webhooks/event-names.
 */
final class PayPalEvents {
    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final Set<String> ORDER =
            Set.of("CHECKOUT.ORDER.APPROVED", "CHECKOUT.ORDER.COMPLETED", "CHECKOUT.PAYMENT-APPROVAL.REVERSED");
    private static final Set<String> CAPTURE = Set.of(
            "PAYMENT.CAPTURE.COMPLETED",
            "PAYMENT.CAPTURE.DECLINED",
            "PAYMENT.CAPTURE.DENIED",
            "PAYMENT.CAPTURE.PENDING");
    private static final Set<String> REFUND =
            Set.of("PAYMENT.CAPTURE.REFUNDED", "PAYMENT.REFUND.PENDING", "PAYMENT.REFUND.FAILED");
    private static final Set<String> ATTENTION = Set.of("PAYMENT.CAPTURE.REVERSED");

    private PayPalEvents() {}

    /** What a transmission was signed with, from its headers. */
    record Transmission(String id, String time, String signature, String algorithm) {}

    /** Whether PayPal has signed this body for the webhook, not more than 300 s ago nor ahead. */
    static boolean signed(String body, Transmission sent, String webhookId, PublicKey key, Clock clock) {
        try {
            var age = Duration.between(Instant.parse(sent.time()), clock.instant())
                    .abs();
            if (age.compareTo(TOLERANCE) > 0 || !"SHA256withRSA".equals(sent.algorithm())) {
                return false;
            }
            var crc = new CRC32();
            crc.update(body.getBytes(StandardCharsets.UTF_8));
            var message = sent.id() + "|" + sent.time() + "|" + webhookId + "|" + crc.getValue();
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(sent.signature()));
        } catch (DateTimeException | GeneralSecurityException | IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    static Notice read(String body) {
        try {
            var event = JsonParser.parseString(body).getAsJsonObject();
            var id = text(event, "id").orElseThrow();
            var type = text(event, "event_type").orElseThrow();
            return notice(id, type, event.getAsJsonObject("resource"));
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

    private static Notice notice(String id, String type, JsonObject resource) {
        if (ORDER.contains(type)) {
            var order =
                    text(resource, "id").or(() -> text(resource, "order_id")).orElseThrow();
            return new Notice(id, type, Notice.Kind.PAYMENT, unit(resource), order, "");
        }
        if (CAPTURE.contains(type)) {
            return new Notice(id, type, Notice.Kind.PAYMENT, custom(resource), order(resource), "");
        }
        if (REFUND.contains(type)) {
            return new Notice(id, type, Notice.Kind.REFUND, custom(resource), null, "");
        }
        if (ATTENTION.contains(type) || type.startsWith("CUSTOMER.DISPUTE.")) {
            return new Notice(id, type, Notice.Kind.ATTENTION, null, null, "the payer disputes a payment");
        }
        return new Notice(id, type, Notice.Kind.OTHER, null, null, "");
    }

    private static @Nullable UUID unit(JsonObject order) {
        var units = order.get("purchase_units");
        return units != null && units.isJsonArray() && units.getAsJsonArray().size() > 0
                ? custom(units.getAsJsonArray().get(0).getAsJsonObject())
                : null;
    }

    private static @Nullable UUID custom(JsonObject object) {
        return text(object, "custom_id").flatMap(Ids::parse).orElse(null);
    }

    private static @Nullable String order(JsonObject capture) {
        return Optional.ofNullable(capture.getAsJsonObject("supplementary_data"))
                .map(data -> data.getAsJsonObject("related_ids"))
                .flatMap(ids -> text(ids, "order_id"))
                .orElse(null);
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
