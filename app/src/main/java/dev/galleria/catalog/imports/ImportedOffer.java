package dev.galleria.catalog.imports;

import dev.galleria.catalog.OfferKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A seller's terms for a variant, in minor units of the tenant's currency; the sale price holds from (included) to (not). */
public record ImportedOffer(
        OfferKey key,
        long price,
        @Nullable Long listPrice,
        @Nullable Long salePrice,
        @Nullable Instant saleFrom,
        @Nullable Instant saleTo,
        int handlingDays) {}
