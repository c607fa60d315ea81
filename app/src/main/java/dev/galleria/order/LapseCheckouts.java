package dev.galleria.order;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ends checkouts whose time is over. One that fails keeps the others from nothing. */
@ApplicationScoped
class LapseCheckouts extends TenantTick {
    private static final Logger LOG = Logger.getLogger(LapseCheckouts.class.getName());
    private static final int MOST = 50;

    @Inject
    CheckoutStore store;

    @Inject
    Checkouts checkouts;

    @Override
    public String name() {
        return "order.lapse";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    protected void runForTenant() {
        for (var id : store.due(MOST)) {
            try {
                checkouts.lapse(id);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "Checkout " + id + " could not be ended and will be looked at again");
            }
        }
        store.forgetOld();
    }
}
