package dev.galleria.search;

import dev.galleria.catalog.SummariesChanged;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Indexes what the catalog has rebuilt. */
@ApplicationScoped
class RefreshIndex implements EventHandler<SummariesChanged> {
    @Inject
    Index index;

    @Inject
    RebuildIndex rebuild;

    @Override
    public Class<SummariesChanged> type() {
        return SummariesChanged.class;
    }

    @Override
    public int together() {
        return 50;
    }

    @Override
    public void handle(SummariesChanged event) {
        handleAll(List.of(event));
    }

    /** One look at the rows and one wait for the index, whatever number of changes came together. */
    @Override
    public void handleAll(List<SummariesChanged> events) {
        if (events.stream().anyMatch(SummariesChanged::all)) {
            rebuild.enqueue(RebuildIndex.ALWAYS);
        }
        var products = SummariesChanged.products(events);
        if (!products.isEmpty()) {
            index.refresh(products);
        }
    }
}
