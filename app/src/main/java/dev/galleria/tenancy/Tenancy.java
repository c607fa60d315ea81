package dev.galleria.tenancy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The tenants of this installation, and the one that is being served. */
@ApplicationScoped
public class Tenancy {
    @Inject
    Registry registry;

    @Inject
    Provisioning provisioning;

    /** Short-lived, so that a tenant suspended on another node stops here within seconds. */
    private final LoadingCache<String, Optional<Tenant>> byHost = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build(this::lookUp);

    private final LoadingCache<TenantId, Optional<Tenant>> byId = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build(this::find);

    /** The tenant being served; {@link NoTenant} when there is none. */
    public Tenant current() {
        return CurrentTenant.require();
    }

    /** The tenant being served, if any. */
    public Optional<Tenant> find() {
        return Optional.ofNullable(CurrentTenant.find());
    }

    public Optional<Tenant> find(TenantId id) {
        return registry.find(id);
    }

    /** The same as it was at most five seconds ago; for work that comes often and whose tenant was known a moment before. */
    public Optional<Tenant> findRecent(TenantId id) {
        return byId.get(id);
    }

    public Optional<Tenant> findBySlug(String slug) {
        return registry.findBySlug(slug);
    }

    /** The tenant at that host: a sub-domain of the platform's domain or a domain of its own. Case and a final dot do not matter. */
    public Optional<Tenant> findByHost(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return byHost.get(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    }

    /** All tenants, oldest first. */
    public List<Tenant> list() {
        return registry.list();
    }

    /** Does the work for that tenant. Serving one tenant inside another's work is refused. */
    public <T> T call(Tenant tenant, Callable<T> work) {
        var before = CurrentTenant.find();
        if (before != null && !before.id().equals(tenant.id())) {
            throw new IllegalStateException("Already serving another tenant");
        }
        CurrentTenant.bind(tenant);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            CurrentTenant.bind(before);
        }
    }

    /** The same; if hurried, a database that does not answer within seconds is given up, because somebody waits. */
    public <T> T call(Tenant tenant, boolean hurried, Callable<T> work) {
        CurrentTenant.hurry(hurried);
        try {
            return call(tenant, work);
        } finally {
            CurrentTenant.hurry(false);
        }
    }

    /** Does the work for that tenant. */
    public void run(Tenant tenant, Runnable work) {
        call(tenant, () -> {
            work.run();
            return null;
        });
    }

    /**
     * Creates a marketplace: role, schema, tables. All or nothing, and repeatable: a creation that was cut off goes on
     * where it stopped. A slug that another tenant has is a Problem (CONFLICT), a bad one REFUSED.
     */
    public Tenant create(NewTenant wish, Consumer<String> progress) {
        Slugs.check(wish.slug());
        var tenant = registry.findBySlug(wish.slug()).orElseGet(() -> registry.insert(wish));
        if (tenant.state() == Tenant.State.ACTIVE || tenant.state() == Tenant.State.SUSPENDED) {
            throw Problem.conflict("tenancy/slug-taken", wish.slug());
        }
        try {
            progress.accept("schema");
            provisioning.createSchema(tenant);
            progress.accept("tables");
            registry.migrated(tenant.id(), provisioning.migrate(tenant));
        } catch (RuntimeException e) {
            registry.failed(tenant.id(), String.valueOf(e.getMessage()));
            throw e;
        }
        return registry.find(tenant.id()).orElseThrow();
    }

    /** Opens a created marketplace to its visitors. Opening an open one changes nothing. */
    public Tenant open(Tenant tenant) {
        registry.move(tenant.id(), Tenant.State.CREATING, Tenant.State.ACTIVE);
        byHost.invalidateAll();
        return registry.find(tenant.id()).orElseThrow();
    }

    /** Lets the current marketplace be paid in another currency too, or changes on which terms. Repeating changes nothing. */
    public void sellIn(Exchange exchange) {
        registry.sellIn(current().id(), exchange);
        byHost.invalidateAll();
    }

    /** Ends {@link #sellIn}. What has been ordered stays in the currency that it was ordered in. */
    public void sellNoLongerIn(Currency currency) {
        registry.sellNoLongerIn(current().id(), currency.getCurrencyCode());
        byHost.invalidateAll();
    }

    /** Closes the shop's door: it answers with a page of its own and sells nothing. Repeating changes nothing. */
    public void suspend(TenantId id, String actor) {
        change(id, Tenant.State.ACTIVE, Tenant.State.SUSPENDED, actor, "tenant.suspend");
    }

    /** Opens the door again. Repeating changes nothing. */
    public void resume(TenantId id, String actor) {
        change(id, Tenant.State.SUSPENDED, Tenant.State.ACTIVE, actor, "tenant.resume");
    }

    /**
     * A connection logged in as that tenant, outside the application's transactions; for the read side's own library. Close it.
     * A Problem (NOT_FOUND) when there is no such tenant.
     */
    public Connection connection(TenantId id) throws SQLException {
        var bound = CurrentTenant.find();
        var tenant = bound != null && bound.id().equals(id)
                ? bound
                : registry.find(id).orElseThrow(() -> Problem.notFound("tenancy/unknown", id));
        return TenantPools.connection(tenant.role());
    }

    /** Notes when the current tenant was last ordered from, to the minute, for the console. */
    public void noteOrder(Instant at) {
        registry.ordered(current().id(), at);
    }

    /** Notes in the platform's audit log who did what to a tenant. */
    public void audit(String actor, String action, TenantId tenant, Map<String, String> detail) {
        registry.audit(actor, action, tenant, detail);
    }

    /** What was done to tenants, newest first. */
    public List<AuditEntry> auditLog(int most) {
        return registry.auditLog(most);
    }

    /** The address of that tenant's shop, without a slash at the end. */
    public String address(Tenant tenant) {
        return address(tenant.slug() + "." + Settings.domain());
    }

    private static String address(String host) {
        int port = Settings.publicPort();
        var standard = Settings.publicScheme().equals("https") ? 443 : 80;
        return Settings.publicScheme() + "://" + host + (port == standard ? "" : ":" + port);
    }

    private void change(TenantId id, Tenant.State from, Tenant.State to, String actor, String action) {
        if (registry.move(id, from, to)) {
            registry.audit(actor, action, id, Map.of());
        }
        byHost.invalidateAll();
    }

    private Optional<Tenant> lookUp(String host) {
        var suffix = "." + Settings.domain();
        if (host.endsWith(suffix)) {
            return registry.findBySlug(host.substring(0, host.length() - suffix.length()));
        }
        return registry.findByDomain(host);
    }
}
