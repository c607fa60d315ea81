package dev.galleria.payment;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Owns whatever is unknown: registers for events, works off those that wait, asks for what is not settled. */
@ApplicationScoped
class SettleTick extends TenantTick {
    private static final Logger LOG = Logger.getLogger(SettleTick.class.getName());

    @Inject
    Gateways gateways;

    @Inject
    EventWork events;

    @Inject
    Settlement settlement;

    @Override
    public String name() {
        return "payment.settle";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    protected void runForTenant() {
        for (var gateway : gateways.all()) {
            try {
                gateway.prepare();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> gateway.name() + " is not prepared yet");
            }
        }
        events.workOff();
        settlement.settleDue();
    }
}
