package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** {@code /_double/…}: what tests use to set faults, to read the ledger and to act as the shopper or as time. */
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
        try {
            switch (what) {
                case "GET faults" -> Wire.send(exchange, Answer.json(200, faults.toJson()));
                case "POST faults" -> {
                    faults.add(json(Api.body(exchange)));
                    Wire.send(exchange, Answer.json(200, faults.toJson()));
                }
                case "POST reset-faults" -> {
                    faults.reset();
                    Wire.send(exchange, Answer.json(200, faults.toJson()));
                }
                case "GET ledger" -> Wire.send(exchange, Answer.json(200, ledger(exchange)));
                case "POST events resend" -> Wire.send(exchange, resend(path[1]));
                case "POST sessions expire" ->
                    perform(exchange, path[1], "control.expire", change -> {
                        ObjectNode session = change.get("checkout.session", path[1]);
                        Checkout.expire(change, session);
                        return Answer.json(200, View.plain(session));
                    });
                case "POST sessions pay" -> pay(exchange, path[1]);
                default ->
                    throw Refusal.unknownUrl(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath());
            }
        } catch (Refusal refusal) {
            Wire.send(exchange, refusal.answer());
        }
    }

    private void pay(HttpExchange exchange, String sessionId) throws IOException {
        Params params = Params.parse(Api.body(exchange)).allow("card", "name", "email", "authenticate");
        String number = params.text("card").orElse("4242424242424242");
        Card card = Card.numbered(number).orElseGet(() -> Card.byPaymentMethod(number));
        String authenticate = params.oneOf("authenticate", "complete", "complete", "fail", "leave");
        String base = Api.base(exchange);
        perform(exchange, sessionId, PaymentPages.PAY, change -> {
            ObjectNode session = change.get("checkout.session", sessionId);
            if ("open".equals(session.path("status").asText())) {
                String email = session.path("customer_email").asText("shopper@example.com");
                Checkout.Payer payer = new Checkout.Payer(
                        card,
                        params.text("name").orElse("Test Shopper"),
                        params.text("email").orElse(email));
                ObjectNode intent = Checkout.pay(change, session, payer, base);
                if ("requires_action".equals(intent.path("status").asText()) && !"leave".equals(authenticate)) {
                    Checkout.authenticated(change, session, intent, "complete".equals(authenticate));
                }
            }
            ObjectNode shown = new View(change).of(session, List.of("payment_intent"));
            return Answer.json(200, shown.put("redirect", Checkout.successUrl(session)));
        });
    }

    private void perform(HttpExchange exchange, String objectId, String operation, Function<Change, Answer> work)
            throws IOException {
        Account account = accounts.ownerOf(objectId).orElseThrow(() -> Refusal.missing("checkout.session", objectId));
        String path = exchange.getRequestURI().getPath();
        calls.perform(exchange, new Calls.Call(account, operation, path, null, "", Ids.next("req_", 14), work));
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Refusal.invalid(null, "This is not JSON: " + e.getMessage(), null);
        }
    }

    private Answer resend(String eventId) {
        Account account = accounts.ownerOf(eventId).orElseThrow(() -> Refusal.missing("event", eventId));
        ObjectNode event;
        synchronized (account.lock) {
            event = account.find(eventId).orElseThrow();
        }
        webhooks.resend(account, event);
        return Answer.json(202, View.plain(event));
    }

    /** Every capture and refund, and their sums by currency. */
    private JsonNode ledger(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        Params params = Params.parse(query == null ? "" : query).allow("account");
        List<JsonNode> facts = accounts.all().stream()
                .filter(account ->
                        params.text("account").map(account.name()::equals).orElse(true))
                .flatMap(account -> {
                    synchronized (account.lock) {
                        return account.facts().stream();
                    }
                })
                .toList();
        ObjectNode ledger = Json.object();
        ledger.put("account", params.text("account").orElse(null));
        ledger.set("captured", sums(facts, "capture"));
        ledger.set("refunded", sums(facts, "refund"));
        ledger.putArray("facts").addAll(facts);
        return ledger;
    }

    private static JsonNode sums(Iterable<JsonNode> facts, String type) {
        TreeMap<String, Long> sums = new TreeMap<>();
        StreamSupport.stream(facts.spliterator(), false)
                .filter(fact -> type.equals(fact.path("type").asText()))
                .forEach(fact -> sums.merge(
                        fact.path("currency").asText(), fact.path("amount").asLong(), Long::sum));
        return Json.of(sums);
    }
}
