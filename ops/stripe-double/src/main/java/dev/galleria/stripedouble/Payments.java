package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The life of a payment: {@code requires_payment_method → requires_action → requires_capture → succeeded}, or
 * {@code canceled}. Money moves here and in {@link Refunds} only, and each movement is a fact in the ledger.
 */
final class Payments {
    private Payments() {}

    /** Tries a card. What comes of it stands in the intent's {@code status}. */
    static void attempt(Change change, ObjectNode intent, Card card, String authenticateUrl) {
        intent.put("payment_method", Ids.next("pm_")).put("_card", card.name());
        intent.putNull("last_payment_error").putNull("next_action");
        switch (card.behavior()) {
            case SUCCEEDS -> succeed(change, intent, card, false);
            case DECLINES -> fail(change, intent, card, card.code(), card.declineCode(), card.message());
            case ASKS_TO_AUTHENTICATE -> askToAuthenticate(change, intent, authenticateUrl);
        }
    }

    private static void askToAuthenticate(Change change, ObjectNode intent, String url) {
        intent.put("status", "requires_action");
        intent.putObject("next_action")
                .put("type", "redirect_to_url")
                .putObject("redirect_to_url")
                .put("url", url)
                .put("return_url", intent.path("_return_url").asText(null));
        change.event("payment_intent.requires_action", change.put(intent));
    }

    /** The customer has shown the bank's page who they are, or has failed to. */
    static void authenticated(Change change, ObjectNode intent, boolean passed) {
        intent.putNull("next_action");
        Card card = Card.valueOf(intent.path("_card").asText());
        if (passed) {
            succeed(change, intent, card, true);
        } else {
            fail(
                    change,
                    intent,
                    card,
                    "payment_intent_authentication_failure",
                    null,
                    "We are unable to authenticate your payment method. "
                            + "Please choose a different payment method and try again.");
        }
    }

    private static void succeed(Change change, ObjectNode intent, Card card, boolean threeDSecure) {
        boolean capture = !"manual".equals(intent.path("capture_method").asText());
        ObjectNode charge = Charges.create(change, intent, card, threeDSecure);
        charge.put("status", "succeeded").put("paid", true).put("captured", false);
        charge.putObject("outcome")
                .put("network_status", "approved_by_network")
                .put("risk_level", "normal")
                .put("seller_message", "Payment complete.")
                .put("type", "authorized");
        intent.put("latest_charge", charge.path("id").asText());
        if (capture) {
            take(change, intent, charge, intent.path("amount").asLong());
            change.event("charge.succeeded", change.put(charge));
            change.event("payment_intent.succeeded", change.put(intent));
        } else {
            intent.put("status", "requires_capture")
                    .put("amount_capturable", intent.path("amount").asLong());
            change.event("charge.succeeded", change.put(charge));
            change.event("payment_intent.amount_capturable_updated", change.put(intent));
        }
    }

    private static void fail(
            Change change, ObjectNode intent, Card card, String code, String declineCode, String message) {
        ObjectNode charge = Charges.create(change, intent, card, false);
        charge.put("status", "failed").put("paid", false).put("captured", false);
        charge.put("failure_code", code).put("failure_message", message);
        charge.putObject("outcome")
                .put("network_status", "declined_by_network")
                .put("reason", declineCode)
                .put("seller_message", "The bank did not return any further details with this decline.")
                .put("type", "issuer_declined");
        intent.put("latest_charge", charge.path("id").asText()).put("status", "requires_payment_method");
        ObjectNode error = Refusal.error("card_error", code, message, null);
        error.put("charge", charge.path("id").asText());
        if (declineCode != null) {
            error.put("decline_code", declineCode);
        }
        intent.set("last_payment_error", error);
        intent.putNull("payment_method");
        change.event("charge.failed", change.put(charge));
        change.event("payment_intent.payment_failed", change.put(intent));
    }

    /** Captures an authorized payment, whole or in part; the rest is let go. */
    static void capture(Change change, ObjectNode intent, long amount) {
        ObjectNode charge = change.get("charge", intent.path("latest_charge").asText());
        take(change, intent, charge, amount);
        charge.put("amount_refunded", charge.path("amount").asLong() - amount);
        charge.put("_released", charge.path("amount").asLong() - amount);
        change.event("charge.captured", change.put(charge));
        change.event("payment_intent.succeeded", change.put(intent));
    }

    private static void take(Change change, ObjectNode intent, ObjectNode charge, long amount) {
        charge.put("captured", true).put("amount_captured", amount);
        charge.put("balance_transaction", BalanceTransactions.add(change, charge, "charge", amount));
        intent.put("status", "succeeded").put("amount_received", amount).put("amount_capturable", 0);
        ObjectNode fact = Json.object()
                .put("type", "capture")
                .put("payment_intent", intent.path("id").asText())
                .put("charge", charge.path("id").asText())
                .put("session", intent.path("_session").asText(null))
                .put("client_reference_id", intent.path("_client_reference_id").asText(null))
                .put("amount", amount)
                .put("currency", intent.path("currency").asText());
        fact.set("metadata", intent.path("metadata").deepCopy());
        change.fact(fact);
    }

    /** Gives the payment up; an authorization is released without any money having moved. */
    static void cancel(Change change, ObjectNode intent, String reason) {
        intent.put("status", "canceled").put("canceled_at", change.now()).put("cancellation_reason", reason);
        intent.put("amount_capturable", 0).putNull("next_action");
        change.find(intent.path("latest_charge").asText(""))
                .filter(charge -> charge.path("paid").asBoolean())
                .ifPresent(charge -> {
                    charge.put("refunded", true)
                            .put("amount_refunded", charge.path("amount").asLong());
                    change.event("charge.refunded", change.put(charge));
                });
        change.event("payment_intent.canceled", change.put(intent));
    }
}
