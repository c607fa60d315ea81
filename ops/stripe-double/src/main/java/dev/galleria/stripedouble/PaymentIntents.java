package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PaymentIntents by the API. */
final class PaymentIntents {
    private static final Map<String, Long> LEAST = Map.of("gbp", 30L);
    private static final long MOST = 99_999_999L;

    private PaymentIntents() {}

    static Answer create(Request request, Change change) {
        Params params = request.params()
                .allow(
                        "amount",
                        "currency",
                        "capture_method",
                        "confirm",
                        "payment_method",
                        "payment_method_types",
                        "automatic_payment_methods",
                        "description",
                        "receipt_email",
                        "metadata",
                        "return_url",
                        "expand");
        long amount = params.required("amount", 1);
        String currency = params.requiredText("currency").toLowerCase(Locale.ROOT);
        checkAmount(amount, currency, "amount");
        String captureMethod =
                params.oneOf("capture_method", "automatic_async", "automatic", "automatic_async", "manual");
        ObjectNode intent = newIntent(change, amount, currency, captureMethod);
        intent.set("metadata", Json.of(params.pairs("metadata")));
        intent.put("description", params.text("description").orElse(null));
        intent.put("receipt_email", params.text("receipt_email").orElse(null));
        change.event("payment_intent.created", change.put(intent));
        return params.flag("confirm") ? confirm(request, change, intent) : shown(request, change, intent);
    }

    /** The least and the most that Stripe takes in one payment. */
    static void checkAmount(long amount, String currency, String param) {
        long least = LEAST.getOrDefault(currency, 50L);
        if (amount < least) {
            String message = "Amount must be at least %d in the smallest unit of %s".formatted(least, currency);
            throw Refusal.invalid("amount_too_small", message, param);
        }
        if (amount > MOST) {
            throw Refusal.invalid("amount_too_large", "Amount must be no more than " + MOST, param);
        }
    }

    static ObjectNode newIntent(Change change, long amount, String currency, String captureMethod) {
        String id = Ids.next("pi_");
        ObjectNode intent = Json.object()
                .put("id", id)
                .put("object", "payment_intent")
                .put("amount", amount)
                .put("amount_capturable", 0)
                .put("amount_received", 0)
                .putNull("canceled_at")
                .putNull("cancellation_reason")
                .put("capture_method", captureMethod)
                .put("client_secret", Ids.next(id + "_secret_"))
                .put("confirmation_method", "automatic")
                .put("created", change.now())
                .put("currency", currency)
                .putNull("customer")
                .putNull("description")
                .putNull("last_payment_error")
                .putNull("latest_charge")
                .put("livemode", false)
                .putNull("next_action")
                .putNull("payment_method")
                .putNull("receipt_email")
                .put("status", "requires_payment_method");
        intent.putArray("payment_method_types").add("card");
        intent.putObject("metadata");
        return intent;
    }

    static Answer confirm(Request request, Change change) {
        request.params().allow("payment_method", "return_url", "capture_method", "expand");
        return confirm(request, change, change.get("payment_intent", request.id()));
    }

    private static Answer confirm(Request request, Change change, ObjectNode intent) {
        requireStatus(intent, "confirm", Set.of("requires_payment_method", "requires_confirmation", "requires_action"));
        requireOwn(intent);
        Card card = Card.byPaymentMethod(request.params().requiredText("payment_method"));
        request.params().text("return_url").ifPresent(url -> intent.put("_return_url", url));
        Payments.attempt(
                change,
                intent,
                card,
                request.base() + "/c/authenticate/" + intent.path("id").asText());
        if (intent.path("last_payment_error").isObject()) {
            ObjectNode body = Json.object();
            ObjectNode error = intent.path("last_payment_error").deepCopy();
            error.set("payment_intent", View.plain(intent));
            body.set("error", error);
            return Answer.json(402, body);
        }
        return shown(request, change, intent);
    }

    static Answer capture(Request request, Change change) {
        Params params = request.params().allow("amount_to_capture", "metadata", "expand");
        ObjectNode intent = change.get("payment_intent", request.id());
        requireStatus(intent, "capture", Set.of("requires_capture"));
        long most = intent.path("amount_capturable").asLong();
        long amount = params.has("amount_to_capture") ? params.required("amount_to_capture", 1) : most;
        if (amount > most) {
            String message = "The specified amount_to_capture is greater than the amount_capturable (" + most + ").";
            throw Refusal.notNow("amount_too_large", message, "amount_to_capture");
        }
        merge(intent, params);
        Payments.capture(change, intent, amount);
        Checkout.captured(change, intent);
        return shown(request, change, intent);
    }

    static Answer cancel(Request request, Change change) {
        Params params = request.params().allow("cancellation_reason", "expand");
        ObjectNode intent = change.get("payment_intent", request.id());
        requireStatus(
                intent,
                "cancel",
                Set.of("requires_payment_method", "requires_confirmation", "requires_action", "requires_capture"));
        if (!"requires_capture".equals(intent.path("status").asText())) {
            requireOwn(intent);
        }
        Payments.cancel(change, intent, params.text("cancellation_reason").orElse(null));
        return shown(request, change, intent);
    }

    static Answer update(Request request, Change change) {
        request.params().allow("metadata", "description", "receipt_email", "expand");
        ObjectNode intent = change.get("payment_intent", request.id());
        merge(intent, request.params());
        request.params().text("description").ifPresent(text -> intent.put("description", text));
        request.params().text("receipt_email").ifPresent(text -> intent.put("receipt_email", text));
        return shown(request, change, change.put(intent));
    }

    static Answer retrieve(Request request, Change change) {
        request.params().allow("expand", "client_secret");
        return shown(request, change, change.get("payment_intent", request.id()));
    }

    static Answer list(Request request, Change change) {
        request.params().allow(Pages.and("customer"));
        Optional<String> customer = request.params().text("customer");
        return Pages.list(request, change, "payment_intent", intent -> customer.isEmpty());
    }

    static Answer search(Request request, Change change) {
        Params params = request.params().allow("query", "limit", "page", "expand");
        SearchQuery query = SearchQuery.parse(params.requiredText("query"));
        List<ObjectNode> all = change.all("payment_intent").filter(query).toList();
        int from = params.number("page").orElse(0L).intValue();
        int to = Math.min(all.size(), from + Pages.limit(params));
        List<ObjectNode> page = from >= to ? List.of() : all.subList(from, to);
        ObjectNode result = new View(change).list(request, page, to < all.size());
        result.put("object", "search_result");
        result.put("next_page", to < all.size() ? String.valueOf(to) : null);
        return Answer.json(200, result);
    }

    /** New pairs are added, an empty value removes its key: the way metadata is updated everywhere. */
    static void merge(ObjectNode object, Params params) {
        ObjectNode metadata = object.withObject("/metadata");
        params.pairs("metadata").forEach((key, value) -> {
            if (value.isEmpty()) {
                metadata.remove(key);
            } else {
                metadata.put(key, value);
            }
        });
    }

    private static void requireStatus(ObjectNode intent, String action, Set<String> allowed) {
        String status = intent.path("status").asText();
        if (!allowed.contains(status)) {
            String message =
                    "You cannot %s this PaymentIntent because it has a status of %s.".formatted(action, status);
            throw Refusal.notNow("payment_intent_unexpected_state", message, null);
        }
    }

    private static void requireOwn(ObjectNode intent) {
        if (intent.hasNonNull("_session")) {
            throw Refusal.notNow(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent belongs to an open Checkout Session; use the session instead.",
                    null);
        }
    }

    private static Answer shown(Request request, Change change, ObjectNode intent) {
        return Answer.json(200, new View(change).of(intent, request.expand()));
    }
}
