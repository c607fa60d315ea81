package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.WebhookEndpoint;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import com.stripe.param.checkout.SessionCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A double on a free port, driven by the real client library and by plain HTTP as a browser would. */
final class Scene implements AutoCloseable {
    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Path ledger;
    private final Clock clock;
    private StripeDouble running;

    Scene(Path ledger, Clock clock) throws IOException {
        this.ledger = ledger;
        this.clock = clock;
        restart();
    }

    Scene(Path ledger) throws IOException {
        this(ledger, Clock.systemUTC());
    }

    void restart() throws IOException {
        if (running != null) {
            running.close();
        }
        running = StripeDouble.start(0, ledger, clock, Duration.ofMillis(40));
    }

    StripeClient client(String account) {
        return StripeClient.builder()
                .setApiKey("sk_test_" + account)
                .setApiBase(running.apiBase())
                .setReadTimeout(3_000)
                .setMaxNetworkRetries(0)
                .build();
    }

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    static SessionCreateParams.Builder order() {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId("order-7")
                .setCustomerEmail("jo@example.com")
                .putMetadata("order", "7")
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putMetadata("payment", "p-7")
                        .build())
                .setSuccessUrl("http://atelier.localhost:8080/done?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://atelier.localhost:8080/cart")
                .addLineItem(line("Linen <shirt>", 4_900L, 2L))
                .addLineItem(line("Shipping", 590L, 1L));
    }

    private static SessionCreateParams.LineItem line(String name, long amount, long quantity) {
        return SessionCreateParams.LineItem.builder()
                .setQuantity(quantity)
                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("eur")
                        .setUnitAmount(amount)
                        .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName(name)
                                .build())
                        .build())
                .build();
    }

    static WebhookEndpoint listen(StripeClient client, String url, EnabledEvent... events) throws StripeException {
        WebhookEndpointCreateParams.Builder params =
                WebhookEndpointCreateParams.builder().setUrl(url);
        for (EnabledEvent event : events) {
            params.addEnabledEvent(event);
        }
        return client.v1().webhookEndpoints().create(params.build());
    }

    /** Pays without the page and gives the answer's status. */
    int pay(Session session, String card) throws Exception {
        return post("/_double/sessions/" + session.getId() + "/pay", form(Map.of("card", card)))
                .statusCode();
    }

    void fault(String json) throws Exception {
        HttpResponse<String> answer = post("/_double/faults", json);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    JsonNode facts(String account) throws Exception {
        return Json.parse(get("/_double/ledger?account=" + account).body().getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String pathOrUrl) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(pathOrUrl)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String pathOrUrl, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(pathOrUrl))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> card(String number) {
        return Map.of("email", "jo@example.com", "card", number, "expiry", "12/34", "cvc", "123", "name", "Jo Doe");
    }

    private URI uri(String pathOrUrl) {
        return URI.create(pathOrUrl.startsWith("/") ? running.apiBase() + pathOrUrl : pathOrUrl);
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
