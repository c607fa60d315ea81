package dev.galleria.pricing.lists;

import dev.galleria.platform.EventHandler;
import dev.galleria.platform.pages.SharedPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Pages that all share show tables of prices: they are drawn anew. */
@ApplicationScoped
class ForgetPrices implements EventHandler<PricesChanged> {
    @Inject
    SharedPages pages;

    @Override
    public Class<PricesChanged> type() {
        return PricesChanged.class;
    }

    @Override
    public void handle(PricesChanged event) {
        pages.forgetAll();
    }
}
