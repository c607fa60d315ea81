package dev.galleria.catalog;

import dev.galleria.platform.Money;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;

/** Prices besides the marketplace's general ones that somebody has fixed. Kept by whoever keeps price lists. */
public interface FixedPrices {
    /** What everybody pays now for one of each in that currency, which is not the marketplace's own; offers without such a price are left out. */
    Map<OfferId, Money> fixed(Collection<OfferId> offers, Currency currency);

    /**
     * What whoever looks pays now for one of each in that currency, where a price list decides it.
     *
     * @param general prices in the marketplace's own currency
     */
    Map<OfferId, Money> own(Map<OfferId, Money> general, Currency currency);
}
