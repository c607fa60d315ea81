package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * Orders v2 with the intent CAPTURE: PAYER_ACTION_REQUIRED → APPROVED by the payer's page → COMPLETED by the merchant's
 * capture. An approved order holds no money.
 */
final class Orders {
    static final String KIND = "order";

    private Orders() {}

    static Answer create(Request request, Change change) {
        JsonNode body = request.body();
        if (!"CAPTURE".equals(body.path("intent").asText())) {
            throw Refusal.invalid("INVALID_PARAMETER_VALUE", "The double only knows the intent CAPTURE.");
        }
        JsonNode units = body.path("purchase_units");
        if (!units.isArray() || units.size() != 1) {
            throw Refusal.invalid("INVALID_ARRAY_LENGTH", "The double takes one purchase unit.");
        }
        check(units.get(0));
        JsonNode context = body.path("payment_source").path("paypal").path("experience_context");
        if (context.path("return_url").asText("").isEmpty()
                || context.path("cancel_url").asText("").isEmpty()) {
            throw Refusal.invalid("MISSING_REQUIRED_PARAMETER", "return_url and cancel_url are required.");
        }
        String id = Ids.next();
        ObjectNode order = Json.object()
                .put("id", id)
                .put("intent", "CAPTURE")
                .put("status", "PAYER_ACTION_REQUIRED")
                .put("create_time", change.now());
        order.putObject("payment_source").putObject("paypal");
        ArrayNode own = order.putArray("purchase_units");
        ObjectNode unit = units.get(0).deepCopy();
        if (!unit.has("reference_id")) {
            unit.put("reference_id", "default");
        }
        own.add(unit);
        order.set("_context", context);
        links(order, request.base());
        change.put(KIND, order);
        return Answer.json(200, shown(order, request.whole()));
    }

    private static void check(JsonNode unit) {
        JsonNode amount = unit.path("amount");
        BigDecimal total = Amounts.read(amount);
        Amounts.requirePositive(total);
        JsonNode breakdown = amount.path("breakdown");
        if (!breakdown.isObject() && unit.path("items").isArray()) {
            throw Refusal.unprocessable("ITEM_TOTAL_REQUIRED", "item_total is required when items are specified.");
        }
        if (breakdown.isObject()) {
            BigDecimal items = BigDecimal.ZERO;
            for (JsonNode item : unit.path("items")) {
                items = items.add(Amounts.read(item.path("unit_amount"))
                        .multiply(new BigDecimal(item.path("quantity").asText("0"))));
            }
            BigDecimal itemTotal = Amounts.read(breakdown.path("item_total"));
            if (itemTotal.compareTo(items) != 0) {
                throw Refusal.unprocessable(
                        "ITEM_TOTAL_MISMATCH", "Should equal sum of (unit_amount * quantity) across all items.");
            }
            if (itemTotal.compareTo(total) != 0) {
                throw Refusal.unprocessable("AMOUNT_MISMATCH", "Should equal item_total + …");
            }
        }
    }

    private static void links(ObjectNode order, String base) {
        String id = order.path("id").asText();
        ArrayNode links = order.putArray("links");
        links.add(link(base + "/v2/checkout/orders/" + id, "self", "GET"));
        if (!"COMPLETED".equals(order.path("status").asText())) {
            links.add(link(base + "/checkoutnow?token=" + id, "payer-action", "GET"));
        }
    }

    static ObjectNode link(String href, String rel, String method) {
        return Json.object().put("href", href).put("rel", rel).put("method", method);
    }

    private static ObjectNode shown(ObjectNode order, boolean whole) {
        ObjectNode plain = Json.plain(order);
        if (!whole) {
            plain.retain("id", "status", "payment_source", "links");
        }
        return plain;
    }

    static Answer get(Request request, Change change) {
        return Answer.json(200, shown(change.get(KIND, request.id()), true));
    }

    /** What the payer does at the page. */
    static void approve(Change change, ObjectNode order, boolean willDecline) {
        if (!"PAYER_ACTION_REQUIRED".equals(order.path("status").asText())) {
            return;
        }
        order.put("status", "APPROVED").put("_declines", willDecline);
        ObjectNode payer = order.putObject("payer").put("payer_id", "PAYER" + Ids.digits(8));
        payer.put("email_address", "payer@example.com");
        change.put(KIND, order);
        change.event("CHECKOUT.ORDER.APPROVED", "checkout-order", order);
    }

    static Answer capture(Request request, Change change) {
        ObjectNode order = change.get(KIND, request.id());
        switch (order.path("status").asText()) {
            case "COMPLETED" ->
                throw Refusal.unprocessable(
                        "ORDER_ALREADY_CAPTURED",
                        "Order already captured. If 'intent=CAPTURE' only one capture is allowed.");
            case "APPROVED" -> {}
            default -> throw Refusal.unprocessable("ORDER_NOT_APPROVED", "Payer has not yet approved the order.");
        }
        if (order.path("_declines").asBoolean()) {
            throw Refusal.unprocessable(
                    "INSTRUMENT_DECLINED",
                    "The instrument presented was either declined by the processor or bank, or it can't be used for"
                            + " this payment.");
        }
        ObjectNode unit = (ObjectNode) order.path("purchase_units").get(0);
        ObjectNode capture = Captures.make(change, unit, order.path("id").asText(), request.base());
        ObjectNode listed = unit.putObject("payments").putArray("captures").addObject();
        listed.setAll(Json.plain(capture));
        order.put("status", "COMPLETED").put("update_time", change.now());
        links(order, request.base());
        change.put(KIND, order);
        return Answer.json(201, shown(order, request.whole()));
    }
}
