package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/** Transaction Search: captures (T0006) and refunds (T1107) of at most 31 days, paged. */
final class Reports {
    private static final Duration MOST = Duration.ofDays(31);
    private static final int PAGE = 100;

    private Reports() {}

    static Answer transactions(Request request, Change change) {
        Instant from = time(request, "start_date");
        Instant to = time(request, "end_date");
        if (Duration.between(from, to).compareTo(MOST) > 0 || to.isBefore(from)) {
            throw Refusal.invalid("INVALID_DATE_RANGE", "Date range is greater than 31 days.");
        }
        int size = Math.min(500, Math.max(1, number(request, "page_size", PAGE)));
        int page = Math.max(1, number(request, "page", 1));
        List<ObjectNode> all = Stream.concat(change.all(Captures.KIND), change.all(Refunds.KIND))
                .filter(one -> within(one, from, to))
                .toList();
        ObjectNode answer = Json.object()
                .put("account_number", change.account().name())
                .put("start_date", from.toString())
                .put("end_date", to.toString())
                .put("last_refreshed_datetime", change.now())
                .put("page", page)
                .put("total_items", all.size())
                .put("total_pages", (all.size() + size - 1) / size);
        ArrayNode details = answer.putArray("transaction_details");
        all.stream().skip((long) (page - 1) * size).limit(size).forEach(one -> details.addObject()
                .set("transaction_info", info(one)));
        answer.putArray("links");
        return Answer.json(200, answer);
    }

    private static boolean within(JsonNode one, Instant from, Instant to) {
        Instant at = Instant.parse(one.path("create_time").asText());
        return !at.isBefore(from) && !at.isAfter(to);
    }

    private static ObjectNode info(ObjectNode one) {
        boolean refund = Refunds.KIND.equals(one.path("_kind").asText());
        BigDecimal value = new BigDecimal(one.path("amount").path("value").asText());
        ObjectNode info = Json.object()
                .put("transaction_id", one.path("id").asText())
                .put("transaction_event_code", refund ? "T1107" : "T0006")
                .put("transaction_initiation_date", one.path("create_time").asText())
                .put("transaction_updated_date", one.path("create_time").asText())
                .put("transaction_status", "S");
        info.putObject("transaction_amount")
                .put("currency_code", one.path("amount").path("currency_code").asText())
                .put("value", (refund ? value.negate() : value).toPlainString());
        if (refund) {
            info.put("paypal_reference_id", one.path("_capture").asText()).put("paypal_reference_id_type", "TXN");
        }
        if (one.hasNonNull("invoice_id")) {
            info.set("invoice_id", one.get("invoice_id"));
        }
        if (one.hasNonNull("custom_id")) {
            info.set("custom_field", one.get("custom_id"));
        }
        return info;
    }

    private static Instant time(Request request, String name) {
        try {
            return OffsetDateTime.parse(request.query().getOrDefault(name, "")).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid("INVALID_PARAMETER_SYNTAX", name + " is not a date and time.");
        }
    }

    private static int number(Request request, String name, int otherwise) {
        try {
            return Integer.parseInt(request.query().getOrDefault(name, String.valueOf(otherwise)));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("INVALID_PARAMETER_SYNTAX", name + " is not a number.");
        }
    }
}
