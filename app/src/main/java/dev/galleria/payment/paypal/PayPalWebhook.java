package dev.galleria.payment.paypal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.paypal.sdk.exceptions.ApiException;
import dev.galleria.payment.GatewayAccounts.Endpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Makes sure that PayPal sends its events to the tenant's present address. The SDK does not know this part of the API. */
@ApplicationScoped
class PayPalWebhook {
    private static final Logger LOG = Logger.getLogger(PayPalWebhook.class.getName());
    private static final String PATH = "/v1/notifications/webhooks";
    private static final Duration AFTER_SUCCESS = Duration.ofHours(1);
    private static final Duration AFTER_NO_ANSWER = Duration.ofSeconds(10);
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final List<String> EVENTS = List.of(
            "CHECKOUT.ORDER.APPROVED",
            "CHECKOUT.PAYMENT-APPROVAL.REVERSED",
            "PAYMENT.CAPTURE.COMPLETED",
            "PAYMENT.CAPTURE.DECLINED",
            "PAYMENT.CAPTURE.DENIED",
            "PAYMENT.CAPTURE.PENDING",
            "PAYMENT.CAPTURE.REFUNDED",
            "PAYMENT.CAPTURE.REVERSED",
            "PAYMENT.REFUND.PENDING",
            "PAYMENT.REFUND.FAILED",
            "CUSTOMER.DISPUTE.CREATED");

    @Inject
    PayPalAccount account;

    @Inject
    Clock clock;

    private final Map<String, Instant> nextLook = new ConcurrentHashMap<>();

    /** An answer that is a refusal. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    void register() {
        var id =
                account.accounts().tenant() + ' ' + account.keys().orElseThrow().id();
        var now = clock.instant();
        if (now.isBefore(nextLook.getOrDefault(id, Instant.MIN))) {
            return;
        }
        var url = account.accounts().eventsAddress(PayPalAccount.NAME);
        try {
            if (!registered(url)) {
                var ref = create(url);
                account.accounts().keep(PayPalAccount.NAME, new Endpoint(ref, url, ref));
                LOG.info(
                        () -> "PayPal sends the events of " + account.accounts().slug() + " to " + url);
            }
            nextLook.put(id, now.plus(AFTER_SUCCESS));
        } catch (Refused e) {
            LOG.warning(
                    () -> "PayPal does not take " + url + " as an address; payments are asked for: " + e.getMessage());
            nextLook.put(id, now.plus(AFTER_REFUSAL));
        } catch (ApiException | IOException | RuntimeException e) {
            LOG.warning(() -> "PayPal has not been told where to send events: " + e.getMessage());
            nextLook.put(id, now.plus(AFTER_NO_ANSWER));
        }
    }

    private boolean registered(String url) throws ApiException, IOException {
        var known = account.accounts().endpoint(PayPalAccount.NAME);
        if (known.isEmpty() || !known.get().url().equals(url)) {
            return false;
        }
        for (var webhook : list()) {
            var one = webhook.getAsJsonObject();
            if (one.get("id").getAsString().equals(known.get().ref())
                    && one.get("url").getAsString().equals(url)) {
                return true;
            }
        }
        return false;
    }

    /** PayPal takes an address once: whatever is there for it is replaced. */
    private String create(String url) throws ApiException, IOException {
        var old = account.accounts()
                .endpoint(PayPalAccount.NAME)
                .map(Endpoint::ref)
                .orElse("");
        for (var webhook : list()) {
            var one = webhook.getAsJsonObject();
            var id = one.get("id").getAsString();
            if (one.get("url").getAsString().equals(url) || id.equals(old)) {
                call("DELETE", PATH + "/" + id, null);
            }
        }
        var body = new JsonObject();
        body.addProperty("url", url);
        var types = new JsonArray();
        EVENTS.forEach(name -> {
            var type = new JsonObject();
            type.addProperty("name", name);
            types.add(type);
        });
        body.add("event_types", types);
        return call("POST", PATH, body).get("id").getAsString();
    }

    private JsonArray list() throws ApiException, IOException {
        return call("GET", PATH, null).getAsJsonArray("webhooks");
    }

    private JsonObject call(String method, String path, JsonObject body) throws ApiException, IOException {
        var request = new Request.Builder()
                .url(account.base() + path)
                .header("Authorization", "Bearer " + account.session().token())
                .method(method, body == null ? null : RequestBody.create(body.toString(), JSON))
                .build();
        try (var response = account.wire().newCall(request).execute()) {
            var text = response.body() == null ? "" : response.body().string();
            if (response.code() == 401) {
                account.forgetToken();
            }
            if (response.code() >= 400 && response.code() < 500 && response.code() != 429 && response.code() != 401) {
                throw new Refused(response.code() + " " + text);
            }
            if (response.code() >= 300) {
                throw new IOException("answered " + response.code());
            }
            return text.isBlank()
                    ? new JsonObject()
                    : JsonParser.parseString(text).getAsJsonObject();
        }
    }
}
