package dev.galleria.catalog;

import java.util.Comparator;

/**
 * Which of several offers wins, so that a seller can read why: what is in stock comes first, then the lowest price now, then
 * the better rated seller, then the offer that was there first. Nothing else counts, and nobody can pay for the place.
 * {@link SummaryRebuild} says the same in SQL.
 */
final class OfferRule {
    /** Winner first. Ids are in the order of their making (UUIDv7); compared as text, since Java compares UUIDs as signed. */
    static final Comparator<ProductDetails.Offer> BEST_FIRST = Comparator.comparing(ProductDetails.Offer::inStock)
            .reversed()
            .thenComparing(ProductDetails.Offer::price)
            .thenComparing(Comparator.comparingInt(ProductDetails.Offer::sellerRatingHundredths)
                    .reversed())
            .thenComparing(offer -> offer.id().toString());

    private OfferRule() {}
}
