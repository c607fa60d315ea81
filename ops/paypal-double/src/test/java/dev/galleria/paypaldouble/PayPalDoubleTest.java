package dev.galleria.paypaldouble;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayPalDoubleTest {
    private static final String ORDER =
            """
            {"intent": "CAPTURE",
             "purchase_units": [{"custom_id": "p-7", "invoice_id": "%s", "description": "Linen <shirt>",
                                 "amount": {"currency_code": "EUR", "value": "49.00"}}],
             "payment_source": {"paypal": {"experience_context": {
                 "return_url": "http://atelier.localhost:1/return?checkout=x", "cancel_url": "http://atelier.localhost:1/back"}}}}""";
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path ledger;

    private PayPalDouble payPal;

    @BeforeEach
    void start() throws IOException {
        payPal = PayPalDouble.start(0, ledger);
    }

    @AfterEach
    void stop() throws IOException {
        payPal.close();
    }

    private HttpResponse<String> call(String method, String path, String key, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(payPal.apiBase() + path))
                .header("Authorization", "Bearer A21AA-atelier")
                .method(method, BodyPublishers.ofString(body));
        if (key != null) {
            request.header("PayPal-Request-Id", key);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private String order(String key, String invoice) throws Exception {
        return json(call("POST", "/v2/checkout/orders", key, ORDER.formatted(invoice)))
                .path("id")
                .asText();
    }

    private void approve(String order) throws Exception {
        assertThat(call("POST", "/_double/orders/" + order + "/approve", null, "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesTokensToThoseItKnows() throws Exception {
        for (var pair : new String[] {"client-atelier:secret-atelier", "client-atelier:secret-gearhub", "x:y", "x"}) {
            var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(payPal.apiBase() + "/v1/oauth2/token"))
                            .header("Authorization", "Basic " + basic)
                            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(pair).isEqualTo(pair.endsWith("secret-atelier") ? 200 : 401);
        }
    }

    @Test
    void takesMoneyOnceAndRemembersItOverARestart() throws Exception {
        String order = order("k1", "i1");
        assertThat(order("k1", "i1")).isEqualTo(order);
        assertThat(call("POST", "/v2/checkout/orders", "k1", ORDER.formatted("i2"))
                        .body())
                .contains("DUPLICATE_REQUEST_ID");
        assertThat(call("POST", "/v2/checkout/orders/" + order + "/capture", "c1", "")
                        .body())
                .contains("ORDER_NOT_APPROVED");
        approve(order);
        var captured = call("POST", "/v2/checkout/orders/" + order + "/capture", "c1", "");
        assertThat(captured.statusCode()).isEqualTo(201);
        payPal.close();
        payPal = PayPalDouble.start(0, ledger);
        assertThat(call("POST", "/v2/checkout/orders/" + order + "/capture", "c1", "")
                        .body())
                .isEqualTo(captured.body());
        assertThat(call("POST", "/v2/checkout/orders/" + order + "/capture", "c2", "")
                        .body())
                .contains("ORDER_ALREADY_CAPTURED");
        assertThat(call("GET", "/_double/ledger?account=atelier", null, "").body())
                .contains("\"captured\":{\"EUR\":\"49.00\"}");
    }

    @Test
    void takesAnInvoiceOnce() throws Exception {
        String first = order("k1", "i1");
        String second = order("k2", "i1");
        approve(first);
        approve(second);
        assertThat(call("POST", "/v2/checkout/orders/" + first + "/capture", "c1", "")
                        .statusCode())
                .isEqualTo(201);
        assertThat(call("POST", "/v2/checkout/orders/" + second + "/capture", "c2", "")
                        .body())
                .contains("DUPLICATE_INVOICE_ID");
    }

    @Test
    void showsThePayerAPageThatEscapesWhatItShows() throws Exception {
        String order = order("k1", "i1");
        var page = call("GET", "/checkoutnow?token=" + order, null, "");
        assertThat(page.body()).contains("€49.00", "Linen &lt;shirt&gt;").doesNotContain("<shirt>", "{{");
        var approved = call("POST", "/checkoutnow?token=" + order, null, "result=approve");
        assertThat(approved.statusCode()).isEqualTo(303);
        assertThat(approved.headers().firstValue("Location").orElse(""))
                .startsWith("http://atelier.localhost:1/return?checkout=x&token=" + order + "&PayerID=");
        assertThat(call("GET", "/checkoutnow?token=NOBODYS", null, "").statusCode())
                .isEqualTo(404);
    }
}
