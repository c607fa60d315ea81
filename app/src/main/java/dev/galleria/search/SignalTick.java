package dev.galleria.search;

import dev.galleria.catalog.ProductId;
import dev.galleria.search.signals.SummedSignals;
import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Feeds what shoppers did back into the ranking. */
@ApplicationScoped
class SignalTick extends TenantTick {
    @Inject
    SummedSignals signals;

    @Inject
    Index index;

    @Override
    public String name() {
        return "search.signals";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    protected void runForTenant() {
        var changed = signals.sumUp();
        if (!changed.isEmpty()) {
            index.refresh(changed.stream().map(ProductId::new).toList());
        }
    }
}
