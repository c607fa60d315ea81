package dev.galleria.catalog;

import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

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
    public int together() {
        return 50;
    }

    @Override
    public void handle(SummariesChanged event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<SummariesChanged> events) {
        if (events.stream().anyMatch(SummariesChanged::all)) {
            cache.forgetAll();
            return;
        }
        var products = SummariesChanged.products(events);
        cache.forget(products, summaries.slugs(products));
        counts.due();
    }
}
