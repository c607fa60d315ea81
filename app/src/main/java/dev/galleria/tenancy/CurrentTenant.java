package dev.galleria.tenancy;

import dev.galleria.platform.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The one place that remembers whom a thread serves. */
@ApplicationScoped
class CurrentTenant implements Scope {
    private static final ThreadLocal<@Nullable Tenant> CURRENT = new ThreadLocal<>();

    private static final ThreadLocal<Boolean> HURRIED = ThreadLocal.withInitial(() -> false);

    /** Whether somebody waits for this thread who will not wait for long. */
    static boolean hurried() {
        return HURRIED.get();
    }

    static void hurry(boolean hurried) {
        if (hurried) {
            HURRIED.set(true);
        } else {
            HURRIED.remove();
        }
    }

    static @Nullable Tenant find() {
        return CURRENT.get();
    }

    static Tenant require() {
        var tenant = CURRENT.get();
        if (tenant == null) {
            throw new NoTenant();
        }
        return tenant;
    }

    /** Binds, and gives back what was bound before. Moving from one tenant to another inside a request is a bug. */
    static @Nullable Tenant bind(@Nullable Tenant tenant) {
        var before = CURRENT.get();
        if (tenant == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(tenant);
        }
        return before;
    }

    @Override
    public String id() {
        return require().id().toString();
    }

    @Override
    public boolean prompt() {
        return require().state() != Tenant.State.CREATING;
    }

    @Override
    public Runnable bound(Runnable work) {
        var tenant = require();
        return () -> {
            var before = bind(tenant);
            try {
                work.run();
            } finally {
                bind(before);
            }
        };
    }
}
