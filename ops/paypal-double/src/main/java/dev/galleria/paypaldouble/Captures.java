package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Money taken. */
final class Captures {
    static final String KIND = "capture";

    private Captures() {}

    /** Takes what a purchase unit names; an invoice number is taken once only. */
    static ObjectNode make(Change change, ObjectNode unit, String orderId, String base) {
        String invoice = unit.path("invoice_id").asText("");
        boolean paid = !invoice.isEmpty()
                && change.all(KIND)
                        .anyMatch(one -> invoice.equals(one.path("invoice_id").asText()));
        if (paid) {
            throw Refusal.unprocessable("DUPLICATE_INVOICE_ID", "Duplicate Invoice ID detected.");
        }
        String id = Ids.next();
        ObjectNode capture =
                Json.object().put("id", id).put("status", "COMPLETED").put("final_capture", true);
        ObjectNode amount = capture.putObject("amount");
        amount.put("currency_code", unit.path("amount").path("currency_code").asText());
        amount.put("value", unit.path("amount").path("value").asText());
        for (String field : new String[] {"invoice_id", "custom_id"}) {
            if (unit.hasNonNull(field)) {
                capture.set(field, unit.get(field));
            }
        }
        capture.put("create_time", change.now()).put("update_time", change.now());
        capture.putArray("links").add(Orders.link(base + "/v2/payments/captures/" + id, "self", "GET"));
        if (orderId != null) {
            capture.putObject("supplementary_data").putObject("related_ids").put("order_id", orderId);
        }
        change.put(KIND, capture);
        change.fact("capture", id, amount, unit.path("custom_id").asText(null));
        change.event("PAYMENT.CAPTURE.COMPLETED", "capture", capture);
        return capture;
    }
}
