package dev.galleria.exchange;

import dev.galleria.tenancy.TenantJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Works off the imports that wait, one after the other. */
@ApplicationScoped
class WorkOff extends TenantJob {
    @Inject
    Worker worker;

    @Override
    public String name() {
        return "exchange.work-off";
    }

    @Override
    protected void runForTenant(String argument) {
        worker.workOff();
    }
}
