package dev.galleria.catalog;

import dev.galleria.platform.Money;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;

/** Prices in other currencies than the marketplace's own that somebody has fixed. Kept by whoever keeps price lists. */
public interface FixedPrices {
    /** What everybody pays now for one of each in that currency; offers without such a price are left out. */
    Map<OfferId, Money> fixed(Collection<OfferId> offers, Currency currency);
}
