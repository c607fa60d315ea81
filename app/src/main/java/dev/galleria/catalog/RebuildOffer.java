package dev.galleria.catalog;

import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps the read model up with offers. */
@ApplicationScoped
class RebuildOffer implements EventHandler<OfferChanged> {
    @Inject
    SummaryRebuild summaries;

    @Override
    public Class<OfferChanged> type() {
        return OfferChanged.class;
    }

    @Override
    public int together() {
        return 50;
    }

    @Override
    public void handle(OfferChanged event) {
        summaries.rebuild(List.of(event.product()));
    }

    @Override
    public void handleAll(List<OfferChanged> events) {
        summaries.rebuild(events.stream().map(OfferChanged::product).toList());
    }
}
