package dev.galleria.payment;

import dev.galleria.platform.Database;
import dev.galleria.platform.Seal;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The current tenant's accounts at gateways, for their adapters: keys, and where the gateway sends its events. Keys and
 * secrets lie sealed in the database.
 */
@ApplicationScoped
public class GatewayAccounts {
    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    /** What a gateway knows the tenant by; the id is empty where the secret says it all. */
    public record Keys(String id, String secret) {}

    /** Where a gateway sends events: its own name for that, the address, and what the events are signed with. */
    public record Endpoint(String ref, String url, String secret) {}

    private record Stored(String webhookRef, String webhookUrl, String webhookSealed) {}

    private record StoredKeys(@Nullable String keyId, @Nullable String keySealed) {}

    /** The keys that the tenant has entered. */
    public Optional<Keys> ownKeys(String gateway) {
        return database.call(
                        sql -> sql.createQuery("SELECT key_id, key_sealed FROM payment_way WHERE gateway = :gateway")
                                .bind("gateway", gateway)
                                .mapTo(StoredKeys.class)
                                .findOne())
                .flatMap(stored -> opened(gateway, stored));
    }

    private Optional<Keys> opened(String gateway, StoredKeys stored) {
        var sealed = stored.keySealed();
        var id = stored.keyId() == null ? "" : stored.keyId();
        return sealed == null
                ? Optional.empty()
                : Seal.ofPlatform().open(purpose(gateway, "key"), sealed).map(secret -> new Keys(id, secret));
    }

    /** The operator's setting {@code galleria.<gateway>.<name>}. */
    public Optional<String> setting(String gateway, String name) {
        return Settings.text("galleria." + gateway + "." + name);
    }

    /** The current tenant's id, to keep things of tenants apart. */
    public String tenant() {
        return tenancy.current().id().toString();
    }

    /** The current tenant's short name. */
    public String slug() {
        return tenancy.current().slug();
    }

    /** Where events of that gateway are to be sent. */
    public String eventsAddress(String gateway) {
        return tenancy.address(tenancy.current()) + "/webhooks/" + gateway;
    }

    /** Where the gateway was told to send events. */
    public Optional<Endpoint> endpoint(String gateway) {
        return database.call(sql -> sql.createQuery(
                                "SELECT webhook_ref, webhook_url, webhook_sealed FROM gateway_account WHERE gateway = :gateway")
                        .bind("gateway", gateway)
                        .mapTo(Stored.class)
                        .findOne())
                .flatMap(stored -> Seal.ofPlatform()
                        .open(purpose(gateway, "webhook"), stored.webhookSealed())
                        .map(secret -> new Endpoint(stored.webhookRef(), stored.webhookUrl(), secret)));
    }

    /** Remembers where the gateway sends events. */
    public void keep(String gateway, Endpoint endpoint) {
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO gateway_account (gateway, webhook_ref, webhook_url, webhook_sealed) VALUES (:gateway, :ref, :url, :sealed)
                        ON CONFLICT (gateway) DO UPDATE SET webhook_ref = excluded.webhook_ref,
                               webhook_url = excluded.webhook_url, webhook_sealed = excluded.webhook_sealed""")
                .bind("gateway", gateway)
                .bind("ref", endpoint.ref())
                .bind("url", endpoint.url())
                .bind("sealed", Seal.ofPlatform().close(purpose(gateway, "webhook"), endpoint.secret()))
                .execute());
    }

    /** What a key is sealed for: this tenant, that gateway. */
    String purpose(String gateway, String what) {
        return "gateway " + what + " " + gateway + " " + tenant();
    }
}
