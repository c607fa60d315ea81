package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code /_double/…}: what tests use to set faults, to read the ledger and to act as the payer or the merchant's clerk. */
final class Control {
    private final Accounts accounts;
    private final Calls calls;
    private final Faults faults;
    private final Webhooks webhooks;

    Control(Accounts accounts, Calls calls, Faults faults, Webhooks webhooks) {
        this.accounts = accounts;
        this.calls = calls;
        this.faults = faults;
        this.webhooks = webhooks;
    }

    void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI()
                .getPath()
                .substring("/_double/".length())
                .split("/");
        String what = exchange.getRequestMethod() + " " + path[0] + (path.length == 3 ? " " + path[2] : "");
        switch (what) {
            case "GET faults" -> Wire.send(exchange, Answer.json(200, faults.toJson()));
            case "POST faults" -> {
                faults.add(Json.parse(Api.body(exchange).getBytes(StandardCharsets.UTF_8)));
                Wire.send(exchange, Answer.json(200, faults.toJson()));
            }
            case "POST reset-faults" -> {
                faults.reset();
                Wire.send(exchange, Answer.json(200, faults.toJson()));
            }
            case "GET ledger" -> Wire.send(exchange, Answer.json(200, ledger(exchange)));
            case "POST events resend" -> Wire.send(exchange, resend(path[1]));
            case "POST orders approve" -> approve(exchange, path[1]);
            case "POST accounts capture" -> plant(exchange, path[1]);
            default ->
                throw Refusal.unknownUrl(
                        exchange.getRequestMethod(), exchange.getRequestURI().getPath());
        }
    }

    private void approve(HttpExchange exchange, String orderId) throws IOException {
        boolean declines = Api.form(Api.body(exchange)).containsKey("decline");
        Account account =
                accounts.ownerOf(Orders.KIND, orderId).orElseThrow(() -> Refusal.missing(Orders.KIND, orderId));
        perform(exchange, account, ApprovalPage.APPROVE, change -> {
            ObjectNode order = change.get(Orders.KIND, orderId);
            Orders.approve(change, order, declines);
            return Answer.json(200, Json.plain(order).put("redirect", ApprovalPage.returnUrl(order)));
        });
    }

    /** A capture that no order of the API has led to, as if made at another till: form fields amount, currency, minutes_ago. */
    private void plant(HttpExchange exchange, String name) throws IOException {
        Map<String, String> form = Api.form(Api.body(exchange));
        String base = Api.base(exchange);
        perform(exchange, accounts.named(name), "control.capture", change -> {
            ObjectNode unit = Json.object();
            unit.set(
                    "amount",
                    Amounts.write(
                            form.getOrDefault("currency", "EUR"), new BigDecimal(form.getOrDefault("amount", "1.00"))));
            ObjectNode capture = Captures.make(change, unit, null, base);
            long minutes = Long.parseLong(form.getOrDefault("minutes_ago", "0"));
            capture.put(
                    "create_time",
                    Instant.parse(change.now()).minusSeconds(60 * minutes).toString());
            return Answer.json(201, Json.plain(capture));
        });
    }

    private void perform(HttpExchange exchange, Account account, String operation, Function<Change, Answer> work)
            throws IOException {
        calls.perform(exchange, new Calls.Call(account, operation, null, "", work));
    }

    private Answer resend(String eventId) {
        Account account = accounts.ownerOf("event", eventId).orElseThrow(() -> Refusal.missing("event", eventId));
        ObjectNode event;
        synchronized (account.lock) {
            event = account.find("event", eventId).orElseThrow();
        }
        webhooks.resend(account, event);
        return Answer.json(202, Json.plain(event));
    }

    /** Every capture and refund, and their sums by currency. */
    private JsonNode ledger(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        String wanted = Api.form(query == null ? "" : query).get("account");
        List<JsonNode> facts = accounts.all().stream()
                .filter(account -> wanted == null || account.name().equals(wanted))
                .flatMap(account -> {
                    synchronized (account.lock) {
                        return account.facts().stream();
                    }
                })
                .toList();
        ObjectNode ledger = Json.object().put("account", wanted);
        ledger.set("captured", sums(facts, "capture"));
        ledger.set("refunded", sums(facts, "refund"));
        ledger.putArray("facts").addAll(facts);
        return ledger;
    }

    private static JsonNode sums(List<JsonNode> facts, String type) {
        TreeMap<String, BigDecimal> sums = new TreeMap<>();
        facts.stream()
                .filter(fact -> type.equals(fact.path("type").asText()))
                .forEach(fact -> sums.merge(
                        fact.path("currency").asText(),
                        new BigDecimal(fact.path("value").asText()),
                        BigDecimal::add));
        ObjectNode shown = Json.object();
        sums.forEach((currency, sum) -> shown.put(currency, sum.toPlainString()));
        return shown;
    }
}
