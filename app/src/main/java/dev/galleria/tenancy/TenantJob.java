package dev.galleria.tenancy;

import dev.galleria.platform.Ids;
import dev.galleria.platform.jobs.JobBody;
import dev.galleria.platform.jobs.Jobs;
import jakarta.inject.Inject;

/** Work queued for one tenant and done with that tenant bound. Without a known tenant it fails. */
public abstract class TenantJob implements JobBody {
    @Inject
    Tenancy tenancy;

    @Inject
    Jobs jobs;

    /** Called with the tenant bound and no transaction. */
    protected abstract void runForTenant(String argument);

    /** Queues this work for the current tenant. */
    public void enqueue(String argument) {
        jobs.enqueue(tenancy.current().id().toString(), name(), argument);
    }

    @Override
    public void run(String tenant, String argument) {
        var known = Ids.parse(tenant)
                .flatMap(id -> tenancy.find(new TenantId(id)))
                .orElseThrow(() -> new IllegalStateException("There is no tenant " + tenant));
        tenancy.run(known, () -> runForTenant(argument));
    }
}
