package dev.galleria.cart;

import dev.galleria.catalog.OfferedItem;
import dev.galleria.platform.Money;
import dev.galleria.pricing.lists.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * A line as it stands now.
 *
 * @param priceBefore what one cost when the shopper saw it last, if it costs something else now
 * @param total unit price × quantity
 * @param available how many can be had now
 * @param reason the price list that decides the price; null where the general price does
 */
public record CartLine(
        OfferedItem item,
        int quantity,
        @Nullable Money priceBefore,
        Money total,
        Availability availability,
        int available,
        UnitPrice.@Nullable Reason reason) {
    /** Whether the line can be bought as it is. */
    public enum Availability {
        AVAILABLE,
        /** Some are left, but fewer than the line wants. */
        FEWER,
        SOLD_OUT,
        /** No longer sold, whatever the stock. */
        WITHDRAWN
    }

    public boolean buyable() {
        return availability == Availability.AVAILABLE;
    }
}
