package dev.galleria.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.Shop.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Somebody who buys without JavaScript, step by step as the pages lead. */
public final class ShopBuyer {
    private final Shop shop;
    private final String email;

    public ShopBuyer(String slug, String email) {
        this.shop = new Shop(slug);
        this.email = email;
    }

    public Shop shop() {
        return shop;
    }

    public String email() {
        return email;
    }

    /** Opens the product's page and puts the offered goods into the cart. */
    public Answer add(String product) {
        var page = shop.get("/p/" + product);
        assertThat(page.status()).as("/p/" + product).isEqualTo(200);
        var form = page.page().selectFirst("form[action$=/cart/add]");
        assertThat(form).as("a form to buy " + product).isNotNull();
        return shop.submit(form, Map.of());
    }

    /** From the cart to the page where a payment is chosen. */
    public Answer toPayment() {
        var address = shop.get("/checkout");
        var values = new LinkedHashMap<String, String>();
        values.put("email", email);
        values.put("name", "Ada Example");
        values.putAll(home());
        var delivery = shop.submit(form(address, "/checkout"), values);
        assertThat(delivery.address().getPath()).isEqualTo("/checkout/delivery");
        var form = form(delivery, "/checkout/delivery");
        var choices = new LinkedHashMap<String, String>();
        for (var radio : form.select("input[type=radio]")) {
            choices.putIfAbsent(radio.attr("name"), radio.val());
        }
        var payment = shop.submit(form, choices);
        assertThat(payment.address().getPath()).isEqualTo("/checkout/payment");
        return payment;
    }

    /** An address where the shop delivers. */
    public Map<String, String> home() {
        var home = new LinkedHashMap<String, String>();
        if (shop.host().startsWith("gearhub")) {
            home.put("line1", "12 Alder Street");
            home.put("postalCode", "97205");
            home.put("city", "Portland");
            home.put("region", "OR");
            home.put("country", "US");
        } else if (shop.host().startsWith("greenmarket")) {
            home.put("line1", "3 Mill Lane");
            home.put("postalCode", "BA1 1AA");
            home.put("city", "Bath");
            home.put("country", "GB");
        } else {
            home.put("line1", "Lindenstraße 12");
            home.put("postalCode", "10969");
            home.put("city", "Berlin");
            home.put("country", "DE");
        }
        return home;
    }

    /** Presses pay and returns where the shop sends the buyer: the gateway's page, or a page of its own. */
    public Answer pay(Answer payment, String gateway) {
        var form = form(payment, "/checkout/payment");
        var fields = Shop.fields(form);
        fields.put("gateway", gateway);
        return shop.post("/checkout/payment", fields, false);
    }

    /** Pays at the double without its page; the id is in the address of the session's page. */
    public static int payAt(String sessionPage, String card) {
        var id = sessionPage.substring(sessionPage.lastIndexOf('/') + 1).replaceAll("[?#].*", "");
        return control("/_double/sessions/" + id + "/pay", "card=" + card);
    }

    /** Calls the double's control; the status of its answer. */
    public static int control(String path, String body) {
        try {
            var json = body.startsWith("{") || body.startsWith("[");
            var request = HttpRequest.newBuilder(URI.create(System.getProperty("galleria.it.stripe") + path))
                    .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Element form(Answer answer, String action) {
        var form = answer.page().selectFirst("form[method=post][action$=" + action + "]");
        assertThat(form)
                .as("a form to " + action + " on " + answer.address() + "\n"
                        + answer.page().text())
                .isNotNull();
        return form;
    }
}
