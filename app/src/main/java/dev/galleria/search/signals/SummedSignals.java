package dev.galleria.search.signals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What the last days' signals come to, kept where the index can read it. */
@ApplicationScoped
public class SummedSignals {
    @Inject
    Signals signals;

    @Inject
    SignalStore store;

    /** Sums up; the products whose documents have become old by it. */
    public List<UUID> sumUp() {
        signals.write();
        return store.sumUp();
    }
}
