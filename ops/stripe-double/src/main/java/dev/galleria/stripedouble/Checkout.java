package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a Checkout Session is paid and how it ends: {@code open → complete} or {@code open → expired}, once. As since
 * Stripe's API version 2022-08-01, its PaymentIntent exists from the first attempt to pay.
 */
final class Checkout {
    private Checkout() {}

    /** Who pays, as the hosted page asks. */
    record Payer(Card card, String name, String email) {}

    /** Tries a card for an open session and gives the PaymentIntent, whose status says what came of it. */
    static ObjectNode pay(Change change, ObjectNode session, Payer payer, String base) {
        ObjectNode intent =
                change.find(session.path("payment_intent").asText("")).orElseGet(() -> newIntent(change, session));
        intent.put("_name", payer.name()).put("_email", payer.email());
        change.put(session.put("payment_intent", intent.path("id").asText()));
        String authenticate = base + "/c/authenticate/" + intent.path("id").asText();
        Payments.attempt(change, change.put(intent), payer.card(), authenticate);
        completeIfPaid(change, session, intent);
        return intent;
    }

    private static ObjectNode newIntent(Change change, ObjectNode session) {
        ObjectNode data = (ObjectNode) session.path("_payment_intent_data");
        ObjectNode intent = PaymentIntents.newIntent(
                change,
                session.path("amount_total").asLong(),
                session.path("currency").asText(),
                data.path("capture_method").asText());
        intent.set("metadata", data.path("metadata").deepCopy());
        intent.put("description", data.path("description").asText(null));
        intent.put("receipt_email", data.path("receipt_email").asText(null));
        intent.put("_session", session.path("id").asText());
        intent.put("_client_reference_id", session.path("client_reference_id").asText(null));
        change.event("payment_intent.created", change.put(intent));
        return intent;
    }

    /** Takes up a payment after the bank's page. */
    static void authenticated(Change change, ObjectNode session, ObjectNode intent, boolean passed) {
        Payments.authenticated(change, intent, passed);
        completeIfPaid(change, session, intent);
    }

    private static void completeIfPaid(Change change, ObjectNode session, ObjectNode intent) {
        String status = intent.path("status").asText();
        boolean paid = "succeeded".equals(status);
        if (!paid && !"requires_capture".equals(status)) {
            return;
        }
        session.put("status", "complete").put("payment_status", paid ? "paid" : "unpaid");
        session.putNull("url");
        session.putObject("customer_details")
                .put("email", intent.path("_email").asText(null))
                .put("name", intent.path("_name").asText(null))
                .put("tax_exempt", "none");
        change.event("checkout.session.completed", change.put(session));
    }

    /** An authorization made by a session has been captured: the session counts as paid. */
    static void captured(Change change, ObjectNode intent) {
        change.find(intent.path("_session").asText("")).ifPresent(session -> {
            session.put("payment_status", "paid");
            change.put(session);
        });
    }

    /** Ends an open session; one that is not open is refused. */
    static void expire(Change change, ObjectNode session) {
        String status = session.path("status").asText();
        if (!"open".equals(status)) {
            String message = "Only Checkout Sessions with a status in [\"open\"] can be expired. "
                    + "This Checkout Session has a status of `" + status + "`.";
            throw Refusal.notNow(null, message, "session");
        }
        session.put("status", "expired").putNull("url");
        change.find(session.path("payment_intent").asText(""))
                .ifPresent(intent -> Payments.cancel(change, intent, "automatic"));
        change.event("checkout.session.expired", change.put(session));
    }

    /** Where the browser goes after paying. */
    static String successUrl(ObjectNode session) {
        return session.path("success_url")
                .asText()
                .replace("{CHECKOUT_SESSION_ID}", session.path("id").asText());
    }
}
