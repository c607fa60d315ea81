package dev.galleria.catalog.editing;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.VariantId;
import dev.galleria.seller.SellerId;
import java.time.Instant;

/** An offer as its editor sees it; the version is to be named when it is changed. */
public record EditedOffer(
        OfferId id,
        long version,
        VariantId variant,
        ProductId product,
        SellerId seller,
        OfferTerms terms,
        Instant changedAt) {}
