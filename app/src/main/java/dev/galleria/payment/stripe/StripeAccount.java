package dev.galleria.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.WebhookEndpoint;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import com.stripe.param.WebhookEndpointListParams;
import dev.galleria.platform.Database;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The current tenant's account at Stripe: its key, and where Stripe sends its events. */
@ApplicationScoped
class StripeAccount {
    private static final Logger LOG = Logger.getLogger(StripeAccount.class.getName());
    private static final String NAME = "stripe";
    private static final Duration AFTER_SUCCESS = Duration.ofHours(1);
    private static final Duration AFTER_NO_ANSWER = Duration.ofSeconds(10);
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(10);
    private static final List<EnabledEvent> EVENTS = List.of(
            EnabledEvent.CHECKOUT__SESSION__COMPLETED,
            EnabledEvent.CHECKOUT__SESSION__ASYNC_PAYMENT_SUCCEEDED,
            EnabledEvent.CHECKOUT__SESSION__ASYNC_PAYMENT_FAILED,
            EnabledEvent.CHECKOUT__SESSION__EXPIRED,
            EnabledEvent.PAYMENT_INTENT__SUCCEEDED,
            EnabledEvent.REFUND__CREATED,
            EnabledEvent.REFUND__UPDATED,
            EnabledEvent.REFUND__FAILED,
            EnabledEvent.CHARGE__DISPUTE__CREATED);

    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private final Map<String, StripeClient> clients = new ConcurrentHashMap<>();
    private final Map<String, Instant> nextLook = new ConcurrentHashMap<>();
    private final StripeWire wire = new StripeWire();

    private record Endpoint(String webhookRef, String webhookUrl, String webhookSecret) {}

    /** The secret key, if payments by Stripe are set up. */
    Optional<String> key() {
        return Settings.text("galleria.stripe.key").or(() -> Settings.text("galleria.stripe.api-base")
                .map(base -> "sk_test_" + tenancy.current().slug()));
    }

    boolean live() {
        return key().filter(key -> key.startsWith("sk_live_") || key.startsWith("rk_live_"))
                .isPresent();
    }

    StripeClient client() {
        return clients.computeIfAbsent(key().orElseThrow(), this::connect);
    }

    private StripeClient connect(String key) {
        var builder = StripeClient.builder()
                .setApiKey(key)
                .setHttpClient(wire)
                .setConnectTimeout((int) StripeWire.CONNECT.toMillis())
                .setReadTimeout((int) StripeWire.READ.toMillis())
                // Trying again is the business of the settlement, which knows what has been recorded.
                .setMaxNetworkRetries(0);
        Settings.text("galleria.stripe.api-base").ifPresent(builder::setApiBase);
        return builder.build();
    }

    /** What events for the current tenant are signed with. */
    Optional<String> webhookSecret() {
        return endpoint().map(Endpoint::webhookSecret);
    }

    /** Makes sure that Stripe sends its events to the tenant's present address. */
    void register() {
        var tenant = tenancy.current();
        var id = tenant.id().toString();
        var now = clock.instant();
        if (now.isBefore(nextLook.getOrDefault(id, Instant.MIN))) {
            return;
        }
        var url = tenancy.address(tenant) + "/webhooks/stripe";
        try {
            if (!registered(url)) {
                store(create(url), url);
                LOG.info(() -> "Stripe sends the events of " + tenant.slug() + " to " + url);
            }
            nextLook.put(id, now.plus(AFTER_SUCCESS));
        } catch (InvalidRequestException e) {
            LOG.log(Level.WARNING, e, () -> "Stripe does not take " + url + " as an address; payments are asked for");
            nextLook.put(id, now.plus(AFTER_REFUSAL));
        } catch (StripeException | RuntimeException e) {
            LOG.warning(() -> "Stripe has not been told where to send events: " + e.getMessage());
            nextLook.put(id, now.plus(AFTER_NO_ANSWER));
        }
    }

    private boolean registered(String url) throws StripeException {
        var known = endpoint();
        if (known.isEmpty() || !known.get().webhookUrl().equals(url)) {
            return false;
        }
        return endpoints().stream()
                .anyMatch(endpoint -> endpoint.getId().equals(known.get().webhookRef())
                        && endpoint.getUrl().equals(url)
                        && "enabled".equals(endpoint.getStatus()));
    }

    /** Its secret is told only now, so whatever was there for us before is of no use any more. */
    private WebhookEndpoint create(String url) throws StripeException {
        var old = endpoint().map(Endpoint::webhookRef).orElse("");
        for (var endpoint : endpoints()) {
            if (endpoint.getUrl().equals(url) || endpoint.getId().equals(old)) {
                client().v1().webhookEndpoints().delete(endpoint.getId());
            }
        }
        return client().v1()
                .webhookEndpoints()
                .create(WebhookEndpointCreateParams.builder()
                        .setUrl(url)
                        .addAllEnabledEvent(EVENTS)
                        .build());
    }

    private List<WebhookEndpoint> endpoints() throws StripeException {
        return client().v1()
                .webhookEndpoints()
                .list(WebhookEndpointListParams.builder().setLimit(100L).build())
                .getData();
    }

    private Optional<Endpoint> endpoint() {
        return database.call(sql -> sql.createQuery(
                        "SELECT webhook_ref, webhook_url, webhook_secret FROM gateway_account WHERE gateway = :gateway")
                .bind("gateway", NAME)
                .mapTo(Endpoint.class)
                .findOne());
    }

    private void store(WebhookEndpoint endpoint, String url) {
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO gateway_account (gateway, webhook_ref, webhook_url, webhook_secret) VALUES (:gateway, :ref, :url, :secret)
                        ON CONFLICT (gateway) DO UPDATE SET webhook_ref = excluded.webhook_ref,
                               webhook_url = excluded.webhook_url, webhook_secret = excluded.webhook_secret""")
                .bind("gateway", NAME)
                .bind("ref", endpoint.getId())
                .bind("url", url)
                .bind("secret", endpoint.getSecret())
                .execute());
    }
}
