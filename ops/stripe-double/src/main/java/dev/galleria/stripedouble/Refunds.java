package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Refunds: whole or in part, never more than was captured. */
final class Refunds {
    private Refunds() {}

    static Answer create(Request request, Change change) {
        Params params = request.params().allow("payment_intent", "charge", "amount", "reason", "metadata", "expand");
        if (params.has("amount")) {
            params.required("amount", 1);
        }
        if (params.has("reason")) {
            params.oneOf("reason", "", "duplicate", "fraudulent", "requested_by_customer");
        }
        ObjectNode charge = charge(params, change);
        String id = charge.path("id").asText();
        if (!charge.path("captured").asBoolean()) {
            throw Refusal.notNow(null, "Charge " + id + " has not been captured; cancel its PaymentIntent.", "charge");
        }
        long refunded = charge.path("amount_refunded").asLong()
                - charge.path("_released").asLong();
        long left = charge.path("amount_captured").asLong() - refunded;
        if (left == 0) {
            throw Refusal.notNow("charge_already_refunded", "Charge " + id + " has already been refunded.", null);
        }
        long amount = params.number("amount").orElse(left);
        if (amount > left) {
            String message =
                    "Refund amount (%d) is greater than unrefunded amount on charge (%d)".formatted(amount, left);
            throw Refusal.notNow(null, message, "amount");
        }
        ObjectNode refund = add(change, charge, params, amount);
        return Answer.json(200, new View(change).of(refund, request.expand()));
    }

    private static ObjectNode charge(Params params, Change change) {
        if (params.has("charge")) {
            return change.get("charge", params.requiredText("charge"));
        }
        ObjectNode intent = change.get(
                "payment_intent",
                params.text("payment_intent")
                        .orElseThrow(() -> Refusal.invalid(
                                "parameter_missing",
                                "One of the following params should be provided for this request: payment_intent or charge.",
                                null)));
        return change.find(intent.path("latest_charge").asText(""))
                .filter(charge -> charge.path("paid").asBoolean())
                .orElseThrow(() -> Refusal.notNow(
                        "payment_intent_unexpected_state",
                        "This PaymentIntent (%s) does not have a successful charge to refund."
                                .formatted(intent.path("id").asText()),
                        null));
    }

    private static ObjectNode add(Change change, ObjectNode charge, Params params, long amount) {
        ObjectNode refund = Json.object()
                .put("id", Ids.next("re_"))
                .put("object", "refund")
                .put("amount", amount)
                .put("charge", charge.path("id").asText())
                .put("created", change.now())
                .put("currency", charge.path("currency").asText())
                .put("payment_intent", charge.path("payment_intent").asText())
                .put("reason", params.text("reason").orElse(null))
                .putNull("receipt_number")
                .put("status", "succeeded");
        refund.set("metadata", Json.of(params.pairs("metadata")));
        refund.putObject("destination_details")
                .put("type", "card")
                .putObject("card")
                .put("type", "refund");
        refund.put("balance_transaction", BalanceTransactions.add(change, refund, "refund", -amount));
        charge.put("amount_refunded", charge.path("amount_refunded").asLong() + amount);
        charge.put(
                "refunded",
                charge.path("amount_refunded").asLong() == charge.path("amount").asLong());
        change.put(charge);
        change.put(refund);
        ObjectNode fact = Json.object()
                .put("type", "refund")
                .put("refund", refund.path("id").asText())
                .put("payment_intent", charge.path("payment_intent").asText())
                .put("charge", charge.path("id").asText())
                .put("amount", amount)
                .put("currency", charge.path("currency").asText());
        fact.set("metadata", refund.path("metadata").deepCopy());
        change.fact(fact);
        change.event("refund.created", refund);
        change.event("charge.refunded", charge);
        return refund;
    }

    static Answer retrieve(Request request, Change change) {
        request.params().allow("expand");
        return Answer.json(200, new View(change).of(change.get("refund", request.id()), request.expand()));
    }

    static Answer list(Request request, Change change) {
        request.params().allow(Pages.and("payment_intent", "charge"));
        return Pages.list(
                request,
                change,
                "refund",
                refund -> matches(refund, request, "payment_intent") && matches(refund, request, "charge"));
    }

    private static boolean matches(ObjectNode refund, Request request, String field) {
        Optional<String> wanted = request.params().text(field);
        return wanted.isEmpty() || wanted.get().equals(refund.path(field).asText());
    }
}
