package dev.galleria.search;

import dev.galleria.platform.Boot;
import dev.galleria.platform.BootStep;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** No shop opens with an index that finds nothing: small ones are built before the start ends, large ones by a job. */
@ApplicationScoped
class IndexBoot implements BootStep {
    private static final Logger LOG = Logger.getLogger(IndexBoot.class.getName());
    private static final long SMALL = 20_000;

    @Inject
    Boot boot;

    @Inject
    Tenancy tenancy;

    @Inject
    Index index;

    @Inject
    RebuildIndex rebuild;

    @Override
    public int order() {
        return 95;
    }

    @Override
    public void run() {
        for (var tenant : tenancy.list()) {
            if (tenant.served()) {
                tenancy.run(tenant, () -> attempt(tenant));
            }
        }
    }

    /** A shop without an index lists from the database; a tick looks after it. */
    private void attempt(Tenant tenant) {
        try {
            build(tenant);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "The index of " + tenant.slug() + " cannot be asked; it is tried again");
        }
    }

    private void build(Tenant tenant) {
        if (index.complete()) {
            return;
        }
        if (index.rows() <= SMALL) {
            boot.progress(tenant.name() + ": search");
            index.rebuild();
        } else {
            rebuild.enqueue(RebuildIndex.IF_INCOMPLETE);
        }
    }
}
