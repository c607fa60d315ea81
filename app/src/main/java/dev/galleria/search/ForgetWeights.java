package dev.galleria.search;

import dev.galleria.platform.EventHandler;
import dev.galleria.search.merchandising.MerchandisingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** New weights apply on all nodes once they are committed. */
@ApplicationScoped
class ForgetWeights implements EventHandler<MerchandisingChanged> {
    @Inject
    Ranking ranking;

    @Override
    public Class<MerchandisingChanged> type() {
        return MerchandisingChanged.class;
    }

    @Override
    public void handle(MerchandisingChanged event) {
        ranking.forget();
    }
}
