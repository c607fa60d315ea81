package dev.galleria.catalog;

import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps the read model up with what changes many products at once. */
@ApplicationScoped
class RebuildProducts implements EventHandler<ProductsChanged> {
    @Inject
    SummaryRebuild summaries;

    @Override
    public Class<ProductsChanged> type() {
        return ProductsChanged.class;
    }

    @Override
    public void handle(ProductsChanged event) {
        summaries.rebuild(event.products());
    }
}
