package dev.galleria.search.merchandising;

import dev.galleria.platform.EventHandler;
import dev.galleria.platform.pages.SharedPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What has been added to the search applies on all nodes once it is committed; pages of departments show it too. */
@ApplicationScoped
class ForgetPlan implements EventHandler<MerchandisingChanged> {
    @Inject
    Merchandising merchandising;

    @Inject
    SharedPages pages;

    @Override
    public Class<MerchandisingChanged> type() {
        return MerchandisingChanged.class;
    }

    @Override
    public void handle(MerchandisingChanged event) {
        merchandising.forget();
        pages.forgetAll();
    }
}
