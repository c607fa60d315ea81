package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Charges: one for each attempt to take money with a card. */
final class Charges {
    private Charges() {}

    static Answer retrieve(Request request, Change change) {
        request.params().allow("expand");
        ObjectNode charge = change.get("charge", request.id());
        return Answer.json(200, new View(change).of(charge, request.expand()));
    }

    static Answer list(Request request, Change change) {
        request.params().allow(Pages.and("payment_intent"));
        Optional<String> intent = request.params().text("payment_intent");
        return Pages.list(
                request,
                change,
                "charge",
                charge -> intent.isEmpty()
                        || intent.get().equals(charge.path("payment_intent").asText()));
    }

    /** The charge of an attempt; whether it succeeded is for the caller to say. */
    static ObjectNode create(Change change, ObjectNode intent, Card card, boolean threeDSecure) {
        ObjectNode charge = Json.object()
                .put("id", Ids.next("ch_"))
                .put("object", "charge")
                .put("amount", intent.path("amount").asLong())
                .put("amount_captured", 0)
                .put("amount_refunded", 0)
                .putNull("balance_transaction")
                .put("created", change.now())
                .put("currency", intent.path("currency").asText())
                .put("description", intent.path("description").asText(null))
                .put("disputed", false)
                .putNull("failure_code")
                .putNull("failure_message")
                .put("livemode", false)
                .put("payment_intent", intent.path("id").asText())
                .put("payment_method", intent.path("payment_method").asText())
                .put("receipt_email", intent.path("receipt_email").asText(null))
                .put("refunded", false);
        charge.set("metadata", intent.path("metadata").deepCopy());
        charge.putObject("billing_details")
                .put("email", intent.path("_email").asText(null))
                .put("name", intent.path("_name").asText(null));
        describe(charge.putObject("payment_method_details").put("type", "card").putObject("card"), card, threeDSecure);
        return charge;
    }

    private static void describe(ObjectNode details, Card card, boolean threeDSecure) {
        details.put("brand", card.brand())
                .put("country", "US")
                .put("exp_month", 12)
                .put("exp_year", 2034)
                .put("funding", "credit")
                .put("last4", card.lastFour())
                .put("network", card.brand());
        if (threeDSecure) {
            details.putObject("three_d_secure")
                    .put("authentication_flow", "challenge")
                    .put("result", "authenticated")
                    .put("version", "2.2.0");
        }
    }
}
