package dev.galleria.search;

import dev.galleria.catalog.SummariesChanged;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
    public void handle(SummariesChanged event) {
        if (event.all()) {
            rebuild.enqueue(RebuildIndex.ALWAYS);
        } else {
            index.refresh(event.products());
        }
    }
}
