package dev.galleria.catalog;

import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What has been read of changed products is forgotten on every node, once the change is committed. */
@ApplicationScoped
class ForgetSummaries implements EventHandler<SummariesChanged> {
    @Inject
    CatalogCache cache;

    @Inject
    SummaryStore summaries;

    @Inject
    ProductCounts counts;

    @Override
    public Class<SummariesChanged> type() {
        return SummariesChanged.class;
    }

    @Override
    public void handle(SummariesChanged event) {
        if (event.all()) {
            cache.forgetAll();
        } else {
            cache.forget(event.products(), summaries.slugs(event.products()));
            counts.due();
        }
    }
}
