package dev.galleria.catalog;

import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps the read model up with products. */
@ApplicationScoped
class RebuildProduct implements EventHandler<ProductChanged> {
    @Inject
    SummaryRebuild summaries;

    @Override
    public Class<ProductChanged> type() {
        return ProductChanged.class;
    }

    @Override
    public int together() {
        return 50;
    }

    @Override
    public void handle(ProductChanged event) {
        summaries.rebuild(List.of(event.product()));
    }

    @Override
    public void handleAll(List<ProductChanged> events) {
        summaries.rebuild(events.stream().map(ProductChanged::product).toList());
    }
}
