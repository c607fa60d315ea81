package dev.galleria.tenancy;

import dev.galleria.platform.jobs.Tick;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Recurring work done for every active tenant in turn. One tenant's failure does not keep the others waiting. */
public abstract class TenantTick implements Tick {
    private static final Logger LOG = Logger.getLogger(TenantTick.class.getName());

    @Inject
    Tenancy tenancy;

    /** Called with the tenant bound and no transaction. */
    protected abstract void runForTenant();

    @Override
    public void run() {
        for (var tenant : tenancy.list()) {
            if (tenant.served()) {
                try {
                    tenancy.run(tenant, this::runForTenant);
                } catch (RuntimeException e) {
                    LOG.log(Level.SEVERE, e, () -> name() + " failed for " + tenant.slug());
                }
            }
        }
    }
}
