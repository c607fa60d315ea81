package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checkout Sessions by the API; how they are paid and how they end stands in {@link Checkout}. */
final class CheckoutSessions {
    private static final String[] PARAMETERS = {
        "mode",
        "ui_mode",
        "line_items",
        "success_url",
        "cancel_url",
        "client_reference_id",
        "metadata",
        "payment_intent_data",
        "payment_method_types",
        "customer_email",
        "expires_at",
        "locale",
        "currency",
        "submit_type",
        "expand"
    };
    private static final long HALF_AN_HOUR = 30 * 60;
    private static final long A_DAY = 24 * 60 * 60;

    private CheckoutSessions() {}

    static Answer create(Request request, Change change) {
        Params params = request.params().allow(PARAMETERS);
        params.oneOf("mode", "", "payment");
        params.oneOf("ui_mode", "hosted_page", "hosted_page");
        List<Params> lines = params.each("line_items");
        if (lines.isEmpty()) {
            throw params.missing("line_items");
        }
        String id = Ids.next("cs_test_a1", 58);
        ObjectNode session = empty(id, change.now());
        session.put("url", request.base() + "/c/pay/" + id);
        session.put("success_url", params.requiredText("success_url"));
        for (String field : List.of("cancel_url", "client_reference_id", "customer_email", "locale", "submit_type")) {
            session.put(field, params.text(field).orElse(null));
        }
        session.set("metadata", Json.of(params.pairs("metadata")));
        session.put("expires_at", expiresAt(params, change.now()));
        addLines(session, lines, id);
        addPaymentIntentData(session, params.below("payment_intent_data"));
        return shown(request, change, change.put(session));
    }

    private static ObjectNode empty(String id, long now) {
        ObjectNode session = Json.object()
                .put("id", id)
                .put("object", "checkout.session")
                .put("created", now)
                .putNull("customer")
                .putNull("customer_details")
                .put("livemode", false)
                .put("mode", "payment")
                .putNull("payment_intent")
                .put("payment_method_collection", "if_required")
                .put("payment_status", "unpaid")
                .put("status", "open")
                .put("ui_mode", "hosted_page");
        session.putObject("automatic_tax").put("enabled", false);
        session.putArray("payment_method_types").add("card");
        session.putObject("total_details")
                .put("amount_discount", 0)
                .put("amount_shipping", 0)
                .put("amount_tax", 0);
        return session;
    }

    private static long expiresAt(Params params, long now) {
        long expiresAt = params.number("expires_at").orElse(now + A_DAY);
        if (expiresAt < now + HALF_AN_HOUR || expiresAt > now + A_DAY) {
            String message =
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.";
            throw Refusal.invalid(null, message, "expires_at");
        }
        return expiresAt;
    }

    private static void addLines(ObjectNode session, List<Params> lines, String id) {
        ArrayNode data = Json.object().putArray("data");
        long total = 0;
        String currency = null;
        for (Params line : lines) {
            ObjectNode item = line(line.allow("price_data", "quantity"));
            String of = item.path("currency").asText();
            if (currency != null && !currency.equals(of)) {
                throw Refusal.invalid(null, "All line items must have the same currency.", "line_items");
            }
            currency = of;
            total = Math.addExact(total, item.path("amount_total").asLong());
            data.add(item);
        }
        PaymentIntents.checkAmount(total, currency, "line_items");
        session.put("amount_subtotal", total).put("amount_total", total).put("currency", currency);
        ObjectNode list = Json.list("/v1/checkout/sessions/" + id + "/line_items", false, List.of());
        list.set("data", data);
        session.set("_line_items", list);
    }

    private static ObjectNode line(Params line) {
        Params price = line.below("price_data").allow("currency", "unit_amount", "product_data", "tax_behavior");
        String currency = price.requiredText("currency").toLowerCase(Locale.ROOT);
        long amount = price.required("unit_amount", 0);
        long quantity = line.required("quantity", 1);
        Params product = price.below("product_data").allow("name", "description", "images", "metadata", "tax_code");
        ObjectNode item = Json.object()
                .put("id", Ids.next("li_"))
                .put("object", "item")
                .put("amount_discount", 0)
                .put("amount_subtotal", Math.multiplyExact(amount, quantity))
                .put("amount_tax", 0)
                .put("amount_total", Math.multiplyExact(amount, quantity))
                .put("currency", currency)
                .put("description", product.requiredText("name"))
                .put("quantity", quantity);
        item.putObject("price")
                .put("id", Ids.next("price_"))
                .put("object", "price")
                .put("active", false)
                .put("currency", currency)
                .put("livemode", false)
                .put("product", Ids.next("prod_", 14))
                .put("type", "one_time")
                .put("unit_amount", amount);
        return item;
    }

    private static void addPaymentIntentData(ObjectNode session, Params data) {
        data.allow("metadata", "description", "receipt_email", "capture_method");
        ObjectNode kept = session.putObject("_payment_intent_data");
        kept.set("metadata", Json.of(data.pairs("metadata")));
        kept.put("description", data.text("description").orElse(null));
        kept.put("receipt_email", data.text("receipt_email").orElse(null));
        kept.put(
                "capture_method",
                data.oneOf("capture_method", "automatic_async", "automatic", "automatic_async", "manual"));
    }

    static Answer retrieve(Request request, Change change) {
        request.params().allow("expand");
        return shown(request, change, change.get("checkout.session", request.id()));
    }

    static Answer update(Request request, Change change) {
        request.params().allow("metadata", "expand");
        ObjectNode session = change.get("checkout.session", request.id());
        PaymentIntents.merge(session, request.params());
        return shown(request, change, change.put(session));
    }

    static Answer lineItems(Request request, Change change) {
        request.params().allow(Pages.COMMON);
        return Answer.json(200, change.get("checkout.session", request.id()).path("_line_items"));
    }

    static Answer list(Request request, Change change) {
        request.params().allow(Pages.and("payment_intent", "status"));
        Map<String, Optional<String>> wanted = Map.of(
                "payment_intent", request.params().text("payment_intent"),
                "status", request.params().text("status"));
        return Pages.list(request, change, "checkout.session", session -> wanted.entrySet().stream()
                .allMatch(entry -> entry.getValue()
                        .map(value -> value.equals(session.path(entry.getKey()).asText()))
                        .orElse(true)));
    }

    static Answer expire(Request request, Change change) {
        request.params().allow("expand");
        ObjectNode session = change.get("checkout.session", request.id());
        Checkout.expire(change, session);
        return shown(request, change, session);
    }

    private static Answer shown(Request request, Change change, ObjectNode session) {
        return Answer.json(200, new View(change).of(session, request.expand()));
    }
}
