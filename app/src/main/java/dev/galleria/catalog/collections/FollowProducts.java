package dev.galleria.catalog.collections;

import dev.galleria.catalog.SummariesChanged;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Products come into collections and leave them as they change. */
@ApplicationScoped
class FollowProducts implements EventHandler<SummariesChanged> {
    @Inject
    Gathering gathering;

    @Override
    public Class<SummariesChanged> type() {
        return SummariesChanged.class;
    }

    @Override
    public void handle(SummariesChanged event) {
        if (event.all()) {
            gathering.allDue();
        } else {
            gathering.follow(event.products());
        }
    }
}
