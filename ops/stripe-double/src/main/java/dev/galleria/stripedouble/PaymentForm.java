package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of the payment page: what was typed in, what is wrong with it, and how it looks. */
final class PaymentForm {
    private static final Pattern EXPIRY = Pattern.compile("\\s*(\\d{1,2})\\s*/\\s*(?:20)?(\\d{2})\\s*");

    private final ObjectNode session;
    private final Params input;
    private final Clock clock;
    private final Template template;
    private final Map<String, String> errors = new LinkedHashMap<>();

    PaymentForm(ObjectNode session, Params input, Template template, Clock clock) {
        this.session = session;
        this.input = input;
        this.template = template;
        this.clock = clock;
    }

    /** True if the form is complete and its card is one of the test cards. */
    boolean check() {
        if (!input.text("email").orElse("").matches("[^@\\s]+@[^@\\s]+")) {
            errors.put("email", "error.email");
        }
        if (Card.numbered(input.text("card").orElse("")).isEmpty()) {
            errors.put("card", "error.card");
        }
        if (!inTheFuture(input.text("expiry").orElse(""))) {
            errors.put("expiry", "error.expiry");
        }
        if (!input.text("cvc").orElse("").matches("\\d{3,4}")) {
            errors.put("cvc", "error.cvc");
        }
        if (input.text("name").orElse("").isBlank()) {
            errors.put("name", "error.name");
        }
        return errors.isEmpty();
    }

    private boolean inTheFuture(String expiry) {
        Matcher matcher = EXPIRY.matcher(expiry);
        if (!matcher.matches()) {
            return false;
        }
        try {
            YearMonth month =
                    YearMonth.of(2000 + Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)));
            return !month.isBefore(YearMonth.now(clock.withZone(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return false;
        }
    }

    Checkout.Payer payer() {
        return new Checkout.Payer(
                Card.numbered(input.requiredText("card")).orElseThrow(),
                input.requiredText("name"),
                input.requiredText("email"));
    }

    /** The page; {@code refused} is what the issuer said to the last attempt, or null. */
    String render(String merchant, String refused) {
        String currency = session.path("currency").asText();
        template.set("merchant", merchant)
                .set("total", template.money(session.path("amount_total").asLong(), currency))
                .set("action", "/c/pay/" + session.path("id").asText())
                .set("html.lines", lines(currency))
                .set("html.cancel", cancel())
                .set("html.alert", alert(refused));
        fill("email", session.path("customer_email").asText("shopper@example.com"));
        fill("card", "4242 4242 4242 4242");
        fill("expiry", "12 / 34");
        fill("cvc", "123");
        fill("name", "Test Shopper");
        return template.render("pay.html");
    }

    private void fill(String field, String suggestion) {
        boolean submitted = input.has("card");
        template.set(field, input.text(field).orElse(submitted ? "" : suggestion));
        if (errors.containsKey(field)) {
            template.set("html.invalid." + field, "aria-invalid=\"true\" aria-describedby=\"" + field + "-error\"");
            template.set(
                    "html.error." + field,
                    "<p class=\"error\" id=\"" + field + "-error\">" + Template.escape(template.text(errors.get(field)))
                            + "</p>");
        } else {
            template.set("html.invalid." + field, "card".equals(field) ? "aria-describedby=\"card-hint\"" : "");
        }
    }

    private String lines(String currency) {
        StringBuilder rows = new StringBuilder();
        for (JsonNode line : session.path("_line_items").path("data")) {
            rows.append("<tr><td>")
                    .append(Template.escape(line.path("description").asText()))
                    .append("</td><td class=\"number\">")
                    .append(line.path("quantity").asLong())
                    .append("</td><td class=\"number\">")
                    .append(Template.escape(
                            template.money(line.path("amount_total").asLong(), currency)))
                    .append("</td></tr>\n");
        }
        return rows.toString();
    }

    private String cancel() {
        String url = session.path("cancel_url").asText("");
        return url.isEmpty()
                ? ""
                : "<p><a class=\"back\" href=\"" + Template.escape(url) + "\">"
                        + Template.escape(template.text("cancel")) + "</a></p>";
    }

    private String alert(String refused) {
        String message = errors.isEmpty() ? refused : template.text("error.check");
        return message == null
                ? ""
                : "<div class=\"alert\" role=\"alert\" id=\"problem\">" + Template.escape(message) + "</div>";
    }
}
