package dev.galleria.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.WebhookEndpoint;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import com.stripe.param.WebhookEndpointListParams;
import dev.galleria.payment.GatewayAccounts;
import dev.galleria.payment.GatewayAccounts.Endpoint;
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
    GatewayAccounts accounts;

    @Inject
    Clock clock;

    private final Map<String, StripeClient> clients = new ConcurrentHashMap<>();
    private final Map<String, Instant> nextLook = new ConcurrentHashMap<>();
    private final StripeWire wire = new StripeWire();

    /** The tenant's own secret key, else the installation's, else that of the stand-in; if there is any. */
    Optional<String> key() {
        return accounts.ownKeys(NAME)
                .map(GatewayAccounts.Keys::secret)
                .or(() -> accounts.setting(NAME, "key"))
                .or(() -> accounts.setting(NAME, "api-base").map(base -> "sk_test_" + accounts.slug()));
    }

    /** Whether there is a key; the tenant's own is only looked for where the installation has none. */
    boolean ready() {
        return accounts.setting(NAME, "key")
                        .or(() -> accounts.setting(NAME, "api-base"))
                        .isPresent()
                || key().isPresent();
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
        accounts.setting(NAME, "api-base").ifPresent(builder::setApiBase);
        return builder.build();
    }

    /** What events for the current tenant are signed with. */
    Optional<String> webhookSecret() {
        return accounts.endpoint(NAME).map(Endpoint::secret);
    }

    /** Makes sure that Stripe sends its events to the tenant's present address. */
    void register() {
        var id = accounts.tenant() + ' ' + key().orElse("");
        var now = clock.instant();
        if (now.isBefore(nextLook.getOrDefault(id, Instant.MIN))) {
            return;
        }
        var url = accounts.eventsAddress(NAME);
        try {
            if (!registered(url)) {
                var made = create(url);
                accounts.keep(NAME, new Endpoint(made.getId(), url, made.getSecret()));
                LOG.info(() -> "Stripe sends the events of " + accounts.slug() + " to " + url);
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
        var known = accounts.endpoint(NAME);
        if (known.isEmpty() || !known.get().url().equals(url)) {
            return false;
        }
        return endpoints().stream()
                .anyMatch(endpoint -> endpoint.getId().equals(known.get().ref())
                        && endpoint.getUrl().equals(url)
                        && "enabled".equals(endpoint.getStatus()));
    }

    /** Its secret is told only now, so whatever was there for us before is of no use any more. */
    private WebhookEndpoint create(String url) throws StripeException {
        var old = accounts.endpoint(NAME).map(Endpoint::ref).orElse("");
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
}
