package dev.galleria.catalog.collections;

import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gathers the products of a rule soon after it was written. */
@ApplicationScoped
class GatherCollection implements EventHandler<CollectionDue> {
    @Inject
    Gathering gathering;

    @Override
    public Class<CollectionDue> type() {
        return CollectionDue.class;
    }

    @Override
    public void handle(CollectionDue event) {
        gathering.refill(event.collection());
        gathering.recount();
    }
}
