package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /checkoutnow?token=…}: where the payer approves an order or turns back. Plain HTML. */
final class ApprovalPage {
    static final String APPROVE = "page.approve";
    private static final List<String> LANGUAGES = List.of("en", "de", "fr");

    private final Accounts accounts;
    private final Calls calls;

    ApprovalPage(Accounts accounts, Calls calls) {
        this.accounts = accounts;
        this.calls = calls;
    }

    void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith(".css")) {
            Wire.send(
                    exchange,
                    new Answer(
                            200,
                            Map.of("Content-Type", "text/css; charset=utf-8"),
                            Template.resource("page.css").getBytes(StandardCharsets.UTF_8)));
            return;
        }
        String query = exchange.getRequestURI().getRawQuery();
        String id = Api.form(query == null ? "" : query).getOrDefault("token", "");
        boolean submitted = "POST".equals(exchange.getRequestMethod());
        String result = submitted ? Api.form(Api.body(exchange)).getOrDefault("result", "") : "";
        Optional<Account> account = accounts.ownerOf(Orders.KIND, id);
        if (account.isEmpty()) {
            Wire.send(exchange, message(exchange, 404, "notfound", null));
            return;
        }
        calls.perform(
                exchange,
                new Calls.Call(
                        account.get(),
                        submitted ? APPROVE : "page.show",
                        null,
                        "",
                        change -> submitted ? submit(exchange, change, id, result) : show(exchange, change, id)));
    }

    private static Answer show(HttpExchange exchange, Change change, String id) {
        ObjectNode order = change.get(Orders.KIND, id);
        if (!"PAYER_ACTION_REQUIRED".equals(order.path("status").asText())) {
            return message(exchange, 200, "done", returnUrl(order));
        }
        JsonNode unit = order.path("purchase_units").get(0);
        Template page = template(exchange, order.path("_context").path("locale").asText(""));
        String total = page.money(
                unit.path("amount").path("value").asText(),
                unit.path("amount").path("currency_code").asText());
        page.set("merchant", change.account().name())
                .set("total", total)
                .set("description", unit.path("description").asText())
                .set("action", "/checkoutnow?token=" + id)
                .set("cancel", cancelUrl(order));
        return Answer.html(200, page.render("approve.html"));
    }

    private static Answer submit(HttpExchange exchange, Change change, String id, String result) {
        ObjectNode order = change.get(Orders.KIND, id);
        if (!"approve".equals(result) && !"decline".equals(result)) {
            return show(exchange, change, id);
        }
        Orders.approve(change, order, "decline".equals(result));
        return Answer.seeOther(returnUrl(order));
    }

    static String returnUrl(ObjectNode order) {
        return with(order, "return_url") + "&PayerID="
                + order.path("payer").path("payer_id").asText("NONE");
    }

    private static String cancelUrl(ObjectNode order) {
        return with(order, "cancel_url");
    }

    private static String with(ObjectNode order, String which) {
        String url = order.path("_context").path(which).asText();
        return url + (url.contains("?") ? "&" : "?") + "token="
                + order.path("id").asText();
    }

    private static Answer message(HttpExchange exchange, int status, String key, String link) {
        Template page = template(exchange, "");
        page.set("title", page.text(key + ".title")).set("text", page.text(key + ".text"));
        if (link != null) {
            page.set(
                    "html.link",
                    "<p><a href=\"" + Template.escape(link) + "\">" + Template.escape(page.text("back")) + "</a></p>");
        }
        return Answer.html(status, page.render("message.html"));
    }

    /** In the order's language; without one, what the browser asks for first. */
    private static Template template(HttpExchange exchange, String locale) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Language");
        String wanted = locale.isEmpty() && accepted != null ? accepted : locale;
        String language = wanted.length() < 2 ? "en" : wanted.substring(0, 2).toLowerCase(Locale.ROOT);
        return new Template(Locale.forLanguageTag(LANGUAGES.contains(language) ? language : "en"));
    }
}
