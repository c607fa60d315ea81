package dev.galleria.catalog;

import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import org.jspecify.annotations.Nullable;

/**
 * What everybody pays for one piece and what that is compared with.
 *
 * @param listPrice only if it is higher
 * @param lowestBefore of the 30 days before a reduction; only with a list price
 */
public record ShownPrice(Money price, @Nullable Money listPrice, @Nullable Money lowestBefore) {

    /**
     * The one rule for general prices in a shopper's currency, wherever they are shown or charged: a price that somebody has
     * fixed in that currency, compared with nothing; else the marketplace's own, converted.
     */
    public ShownPrice in(Exchange exchange, @Nullable Money fixed) {
        if (exchange.same()) {
            return this;
        }
        if (fixed != null) {
            return new ShownPrice(fixed, null, null);
        }
        var converted = exchange.convert(price);
        var list = listPrice == null ? null : exchange.convert(listPrice);
        // Rounding may have made them equal.
        return list == null || !list.isMoreThan(converted)
                ? new ShownPrice(converted, null, null)
                : new ShownPrice(converted, list, lowestBefore == null ? null : exchange.convert(lowestBefore));
    }
}
