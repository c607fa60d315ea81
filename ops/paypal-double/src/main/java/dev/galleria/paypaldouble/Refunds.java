package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Money given back: never more than was captured. */
final class Refunds {
    static final String KIND = "refund";

    private Refunds() {}

    static Answer capture(Request request, Change change) {
        return Answer.json(200, Json.plain(change.get(Captures.KIND, request.id())));
    }

    static Answer get(Request request, Change change) {
        return Answer.json(200, Json.plain(change.get(KIND, request.id())));
    }

    static Answer create(Request request, Change change) {
        ObjectNode capture = change.get(Captures.KIND, request.id());
        String currency = capture.path("amount").path("currency_code").asText();
        BigDecimal taken = new BigDecimal(capture.path("amount").path("value").asText());
        BigDecimal back = refunded(change, request.id());
        if (back.compareTo(taken) >= 0) {
            throw Refusal.unprocessable("CAPTURE_FULLY_REFUNDED", "The capture has already been fully refunded.");
        }
        BigDecimal wanted = request.body().path("amount").isObject()
                ? Amounts.read(request.body().path("amount"))
                : taken.subtract(back);
        Amounts.requirePositive(wanted);
        if (request.body().path("amount").isObject()
                && !currency.equals(
                        request.body().path("amount").path("currency_code").asText())) {
            throw Refusal.unprocessable("CURRENCY_MISMATCH", "The currency must be that of the capture.");
        }
        if (back.add(wanted).compareTo(taken) > 0) {
            throw Refusal.unprocessable(
                    "REFUND_AMOUNT_EXCEEDED", "The refund amount must be less than or equal to the capture amount.");
        }
        return Answer.json(201, shown(make(request, change, capture, wanted, back), request.whole()));
    }

    private static ObjectNode make(
            Request request, Change change, ObjectNode capture, BigDecimal wanted, BigDecimal back) {
        String id = Ids.next();
        String currency = capture.path("amount").path("currency_code").asText();
        BigDecimal taken = new BigDecimal(capture.path("amount").path("value").asText());
        ObjectNode refund = Json.object().put("id", id).put("status", "COMPLETED");
        refund.set("amount", Amounts.write(currency, wanted));
        for (String field : new String[] {"invoice_id", "custom_id", "note_to_payer"}) {
            if (request.body().hasNonNull(field)) {
                refund.set(field, request.body().get(field));
            }
        }
        refund.put("create_time", change.now()).put("update_time", change.now());
        refund.put("_capture", capture.path("id").asText());
        refund.putArray("links").add(Orders.link(request.base() + "/v2/payments/refunds/" + id, "self", "GET"));
        change.put(KIND, refund);
        capture.put("status", back.add(wanted).compareTo(taken) == 0 ? "REFUNDED" : "PARTIALLY_REFUNDED");
        change.put(Captures.KIND, capture);
        change.fact(
                "refund", id, refund.path("amount"), refund.path("custom_id").asText(null));
        change.event("PAYMENT.CAPTURE.REFUNDED", "refund", refund);
        return refund;
    }

    private static ObjectNode shown(ObjectNode refund, boolean whole) {
        ObjectNode plain = Json.plain(refund);
        return whole ? plain : plain.retain("id", "status", "links");
    }

    private static BigDecimal refunded(Change change, String captureId) {
        return change.all(KIND)
                .filter(refund -> captureId.equals(refund.path("_capture").asText()))
                .map(refund ->
                        new BigDecimal(refund.path("amount").path("value").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
