package dev.galleria.payment.paypal;

import com.paypal.sdk.Environment;
import com.paypal.sdk.PaypalServerSdkClient;
import com.paypal.sdk.authentication.ClientCredentialsAuthModel;
import com.paypal.sdk.exceptions.ApiException;
import dev.galleria.payment.GatewayAccounts;
import dev.galleria.payment.GatewayAccounts.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;

/**
 * The current tenant's account at PayPal. Tokens are fetched here and handed to the SDK: left to itself it fetches them
 * under one lock for all accounts, and one tenant's hanging call would keep all others waiting.
 */
@ApplicationScoped
class PayPalAccount {
    static final String NAME = "paypal";
    private static final Duration EARLY = Duration.ofMinutes(5);

    @Inject
    GatewayAccounts accounts;

    @Inject
    Clock clock;

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<URI, OkHttpClient> wires = new ConcurrentHashMap<>();

    /** A client with a token that is good until then. */
    record Session(PaypalServerSdkClient client, String token, Instant until) {}

    /** Where accounts are kept; a method, because a field of a bean's proxy is always null. */
    GatewayAccounts accounts() {
        return accounts;
    }

    /** The tenant's own client id and secret, else the installation's, else those of the stand-in; if there are any. */
    Optional<Keys> keys() {
        return accounts.ownKeys(NAME)
                .or(() -> accounts.setting(NAME, "client-id")
                        .flatMap(id -> accounts.setting(NAME, "client-secret").map(secret -> new Keys(id, secret))))
                .or(() -> accounts.setting(NAME, "api-base")
                        .map(base -> new Keys("client-" + accounts.slug(), "secret-" + accounts.slug())));
    }

    /** Whether there are keys; the tenant's own are only looked for where the installation has none. */
    boolean ready() {
        return accounts.setting(NAME, "client-id").isPresent()
                        && accounts.setting(NAME, "client-secret").isPresent()
                || standIn()
                || keys().isPresent();
    }

    /** Whether another address than PayPal's was set. */
    boolean standIn() {
        return accounts.setting(NAME, "api-base").isPresent();
    }

    URI base() {
        return URI.create(accounts.setting(NAME, "api-base")
                .orElse(sandbox() ? "https://api-m.sandbox.paypal.com" : "https://api-m.paypal.com"));
    }

    private boolean sandbox() {
        return accounts.setting(NAME, "sandbox").map(Boolean::parseBoolean).orElse(false);
    }

    OkHttpClient wire() {
        return wires.computeIfAbsent(base(), PayPalWire::client);
    }

    /** A client that may call; fetching its token is a call, too. */
    Session session() throws ApiException, IOException {
        var keys = keys().orElseThrow();
        var known = sessions.get(name(keys));
        if (known != null && known.until().isAfter(clock.instant())) {
            return known;
        }
        var token = client(new ClientCredentialsAuthModel.Builder(keys.id(), keys.secret()).build())
                .getClientCredentialsAuth()
                .fetchToken();
        if (token == null || token.getAccessToken() == null || token.getExpiresIn() == null) {
            throw new IOException("an answer without a token");
        }
        var client = client(new ClientCredentialsAuthModel.Builder(keys.id(), keys.secret())
                .oAuthToken(token)
                .build());
        var session = new Session(
                client,
                token.getAccessToken(),
                clock.instant().plusSeconds(token.getExpiresIn()).minus(EARLY));
        sessions.put(name(keys), session);
        return session;
    }

    /** The token is not taken any more. */
    void forgetToken() {
        keys().ifPresent(keys -> sessions.remove(name(keys)));
    }

    private String name(Keys keys) {
        return accounts.tenant() + ' ' + keys.id() + ' ' + keys.secret().hashCode();
    }

    private PaypalServerSdkClient client(ClientCredentialsAuthModel credentials) {
        return new PaypalServerSdkClient.Builder()
                .environment(sandbox() ? Environment.SANDBOX : Environment.PRODUCTION)
                // Trying again is the business of the settlement, which knows what has been recorded.
                .httpClientConfig(config -> config.numberOfRetries(0).httpClientInstance(wire(), false))
                .clientCredentialsAuth(credentials)
                .build();
    }
}
