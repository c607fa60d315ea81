package dev.galleria.tenancy;

import dev.galleria.platform.Boot;
import dev.galleria.platform.BootStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings the registry and every tenant's schema up to date. One tenant's failure is named and does not stop the others. */
@ApplicationScoped
class RegistryBoot implements BootStep {
    private static final Logger LOG = Logger.getLogger(RegistryBoot.class.getName());

    @Inject
    Boot boot;

    @Inject
    Registry registry;

    @Inject
    Provisioning provisioning;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void run() {
        provisioning.migratePlatform();
        for (var tenant : registry.list()) {
            if (tenant.schemaVersion() != null) {
                migrate(tenant);
            }
        }
    }

    private void migrate(Tenant tenant) {
        try {
            if (!provisioning.newestVersion(tenant).equals(tenant.schemaVersion())) {
                boot.progress("bringing " + tenant.slug() + " up to date");
                registry.migrated(tenant.id(), provisioning.migrate(tenant));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "The schema of " + tenant.slug() + " stays at " + tenant.schemaVersion());
            registry.failed(tenant.id(), String.valueOf(e.getMessage()));
        }
    }
}
