package dev.galleria.catalog;

import dev.galleria.platform.EventHandler;
import dev.galleria.seller.SellerChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A seller's name, rating and standing show on everything that it offers. */
@ApplicationScoped
class RebuildSeller implements EventHandler<SellerChanged> {
    @Inject
    SummaryRebuild summaries;

    @Inject
    OfferStore offers;

    @Override
    public Class<SellerChanged> type() {
        return SellerChanged.class;
    }

    @Override
    public void handle(SellerChanged event) {
        summaries.rebuild(offers.productsOf(event.seller()));
    }
}
