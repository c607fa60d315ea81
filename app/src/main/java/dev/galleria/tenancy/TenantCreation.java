package dev.galleria.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Secrets;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Creates a marketplace that can be visited at once, beside the request that asks for it, and tells how far it is. */
@ApplicationScoped
public class TenantCreation {
    private static final Logger LOG = Logger.getLogger(TenantCreation.class.getName());
    private static final List<String> GROUND = List.of("schema", "tables");
    private static final String OPEN = "open";

    @Inject
    Tenancy tenancy;

    @Inject
    @Any
    Instance<TenantDefaults> defaults;

    @Resource
    ManagedExecutorService executor;

    /** Of this node; whoever asks another one sees the tenant's state in the list. */
    private final Cache<UUID, Progress> running = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /**
     * Starts a creation and returns the name to ask for it by. What could not be created is a Problem at once: a bad or
     * taken slug, an unknown theme, currency or country, an address that is none.
     */
    public UUID start(NewTenant wish, String ownerEmail, String actor) {
        wish.check();
        if (tenancy.findBySlug(wish.slug()).filter(TenantCreation::stands).isPresent()) {
            throw Problem.conflict("tenancy/slug-taken", wish.slug());
        }
        var parts = parts();
        parts.forEach(part -> part.check(ownerEmail));
        var steps = new ArrayList<>(GROUND);
        parts.forEach(part -> steps.add(part.step()));
        steps.add(OPEN);
        var id = UUID.randomUUID();
        running.put(id, new Progress(wish.slug(), ownerEmail, List.copyOf(steps), 0, null, null));
        executor.execute(() -> run(id, wish, ownerEmail, actor));
        return id;
    }

    /** Empty when this node knows of no such creation (any more). */
    public Optional<Progress> progress(UUID id) {
        return Optional.ofNullable(running.getIfPresent(id));
    }

    /** Whether a slug can be used, as the code of the problem; empty when it can. */
    public Optional<String> slugFault(String slug) {
        try {
            Slugs.check(slug);
        } catch (Problem e) {
            return Optional.of(e.code());
        }
        return tenancy.findBySlug(slug).filter(TenantCreation::stands).map(taken -> "tenancy/slug-taken");
    }

    private void run(UUID id, NewTenant wish, String ownerEmail, String actor) {
        try {
            var password = Secrets.token().substring(0, 16);
            var seen = new int[1];
            var tenant = tenancy.create(wish, step -> {
                if (seen[0]++ > 0) {
                    advance(id);
                }
            });
            advance(id);
            var founding = new Founding(tenant, ownerEmail, wish.name(), password);
            for (var part : parts()) {
                tenancy.run(tenant, () -> part.apply(founding));
                advance(id);
            }
            tenancy.open(tenant);
            tenancy.audit(actor, "tenant.create", tenant.id(), Map.of("slug", wish.slug(), "plan", wish.plan()));
            running.asMap().computeIfPresent(id, (key, progress) -> progress.opened(password));
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.SEVERE, e, () -> "The marketplace " + wish.slug() + " could not be created");
            running.asMap().computeIfPresent(id, (key, progress) -> progress.failed(reason(e)));
        }
    }

    private void advance(UUID id) {
        running.asMap().computeIfPresent(id, (key, progress) -> progress.next());
    }

    private List<TenantDefaults> parts() {
        return defaults.stream()
                .sorted(Comparator.comparingInt(TenantDefaults::order))
                .map(TenantDefaults.class::cast)
                .toList();
    }

    /** One that is being created or has failed can be created again under the same name. */
    private static boolean stands(Tenant tenant) {
        return tenant.state() == Tenant.State.ACTIVE || tenant.state() == Tenant.State.SUSPENDED;
    }

    private static @Nullable String reason(Throwable failure) {
        return failure instanceof Problem problem
                ? problem.code()
                : failure.getClass().getSimpleName();
    }
}
