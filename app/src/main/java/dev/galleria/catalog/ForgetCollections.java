package dev.galleria.catalog;

import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Listings and pages that show a collection are read again when it changes. */
@ApplicationScoped
class ForgetCollections implements EventHandler<CollectionsChanged> {
    @Inject
    CatalogCache cache;

    @Override
    public Class<CollectionsChanged> type() {
        return CollectionsChanged.class;
    }

    @Override
    public void handle(CollectionsChanged event) {
        cache.forgetAll();
    }
}
