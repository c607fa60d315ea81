package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code /c/…}: the hosted payment page and the bank's page. Plain HTML, without scripts. */
final class PaymentPages {
    /** The operation by which faults of the payment page are set. */
    static final String PAY = "page.pay";

    private static final List<String> LANGUAGES = List.of("en", "de", "fr");

    private final Accounts accounts;
    private final Calls calls;
    private final Clock clock;

    PaymentPages(Accounts accounts, Calls calls, Clock clock) {
        this.accounts = accounts;
        this.calls = calls;
        this.clock = clock;
    }

    void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean post = "POST".equals(exchange.getRequestMethod());
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals("/c/pay.css")) {
            byte[] css = Template.resource("pay.css").getBytes(StandardCharsets.UTF_8);
            Wire.send(exchange, new Answer(200, Map.of("Content-Type", "text/css; charset=utf-8"), css));
        } else if (path.startsWith("/c/pay/")) {
            Params input = Params.parse(post ? Api.body(exchange) : "");
            answer(
                    exchange,
                    id,
                    post ? PAY : "page.show",
                    change -> post ? submit(exchange, change, id, input) : show(exchange, change, id));
        } else if (path.startsWith("/c/authenticate/")) {
            Params input = Params.parse(post ? Api.body(exchange) : "");
            answer(
                    exchange,
                    id,
                    post ? "page.authenticate" : "page.show",
                    change -> post
                            ? authenticated(exchange, change, id, input)
                            : askToAuthenticate(exchange, change, id));
        } else {
            Wire.send(exchange, message(exchange, 404, "notfound", null));
        }
    }

    private void answer(HttpExchange exchange, String objectId, String operation, Function<Change, Answer> work)
            throws IOException {
        Optional<Account> account = accounts.ownerOf(objectId);
        if (account.isEmpty()) {
            Wire.send(exchange, message(exchange, 404, "notfound", null));
            return;
        }
        String path = exchange.getRequestURI().getPath();
        calls.perform(exchange, new Calls.Call(account.get(), operation, path, null, "", Ids.next("req_", 14), work));
    }

    private Answer show(HttpExchange exchange, Change change, String id) {
        ObjectNode session = change.get("checkout.session", id);
        Optional<Answer> ended = ended(exchange, session, false);
        if (ended.isPresent()) {
            return ended.get();
        }
        String refused = change.find(session.path("payment_intent").asText(""))
                .map(intent -> intent.path("last_payment_error").path("message").asText(null))
                .orElse(null);
        return Answer.html(
                200,
                form(exchange, session, Params.parse(""))
                        .render(change.account().name(), refused));
    }

    private Answer submit(HttpExchange exchange, Change change, String id, Params input) {
        ObjectNode session = change.get("checkout.session", id);
        Optional<Answer> ended = ended(exchange, session, true);
        if (ended.isPresent()) {
            return ended.get();
        }
        PaymentForm form = form(exchange, session, input);
        if (!form.check()) {
            return Answer.html(422, form.render(change.account().name(), null));
        }
        ObjectNode intent = Checkout.pay(change, session, form.payer(), Api.base(exchange));
        return next(session, intent);
    }

    /** A second submit of the form finds the session paid and goes where the first one went. */
    private Optional<Answer> ended(HttpExchange exchange, ObjectNode session, boolean submitted) {
        return switch (session.path("status").asText()) {
            case "complete" ->
                Optional.of(
                        submitted
                                ? Answer.seeOther(Checkout.successUrl(session))
                                : message(exchange, 200, "paid", Checkout.successUrl(session)));
            case "expired" ->
                Optional.of(message(
                        exchange, 410, "expired", session.path("cancel_url").asText(null)));
            default -> Optional.empty();
        };
    }

    private static Answer next(ObjectNode session, ObjectNode intent) {
        return switch (intent.path("status").asText()) {
            case "succeeded", "requires_capture" -> Answer.seeOther(Checkout.successUrl(session));
            case "requires_action" ->
                Answer.seeOther("/c/authenticate/" + intent.path("id").asText());
            default -> Answer.seeOther("/c/pay/" + session.path("id").asText() + "#problem");
        };
    }

    private Answer askToAuthenticate(HttpExchange exchange, Change change, String id) {
        ObjectNode intent = change.get("payment_intent", id);
        if (!"requires_action".equals(intent.path("status").asText())) {
            return afterwards(exchange, change, intent);
        }
        Template template = template(exchange, "auto");
        template.set("merchant", change.account().name()).set("action", "/c/authenticate/" + id);
        template.set(
                "total",
                template.money(
                        intent.path("amount").asLong(), intent.path("currency").asText()));
        return Answer.html(200, template.render("authenticate.html"));
    }

    private Answer authenticated(HttpExchange exchange, Change change, String id, Params input) {
        ObjectNode intent = change.get("payment_intent", id);
        if ("requires_action".equals(intent.path("status").asText())) {
            boolean passed = "complete".equals(input.oneOf("result", "", "complete", "fail"));
            Optional<ObjectNode> session = change.find(intent.path("_session").asText(""));
            if (session.isPresent()) {
                Checkout.authenticated(change, session.get(), intent, passed);
            } else {
                Payments.authenticated(change, intent, passed);
            }
        }
        return afterwards(exchange, change, intent);
    }

    /** Back to the session's page or shop; an intent without a session names its own address to return to. */
    private Answer afterwards(HttpExchange exchange, Change change, ObjectNode intent) {
        Optional<ObjectNode> session = change.find(intent.path("_session").asText(""));
        if (session.isPresent()) {
            return next(session.get(), intent);
        }
        String url = intent.path("_return_url").asText("");
        if (url.isEmpty()) {
            return message(exchange, 200, "done", null);
        }
        boolean paid = !intent.path("last_payment_error").isObject();
        return Answer.seeOther(url + (url.contains("?") ? "&" : "?") + "payment_intent="
                + intent.path("id").asText() + "&redirect_status=" + (paid ? "succeeded" : "failed"));
    }

    private PaymentForm form(HttpExchange exchange, ObjectNode session, Params input) {
        return new PaymentForm(
                session, input, template(exchange, session.path("locale").asText("auto")), clock);
    }

    private static Answer message(HttpExchange exchange, int status, String key, String link) {
        Template template = template(exchange, "auto");
        template.set("title", template.text(key + ".title")).set("text", template.text(key + ".text"));
        if (link != null && !link.isEmpty()) {
            template.set(
                    "html.link",
                    "<p><a class=\"back\" href=\"" + Template.escape(link) + "\">"
                            + Template.escape(template.text("back")) + "</a></p>");
        }
        return Answer.html(status, template.render("message.html"));
    }

    /** In the session's language; {@code auto} is what the browser asks for first. */
    private static Template template(HttpExchange exchange, String locale) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Language");
        String wanted = "auto".equals(locale) && accepted != null ? accepted : locale;
        String language = wanted.length() < 2 ? "en" : wanted.substring(0, 2).toLowerCase(Locale.ROOT);
        return new Template(Locale.forLanguageTag(LANGUAGES.contains(language) ? language : "en"));
    }
}
