package dev.galleria.cart;

import dev.galleria.catalog.OfferedItem;
import dev.galleria.inventory.SupplyTerms;
import dev.galleria.platform.Money;
import dev.galleria.pricing.lists.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * A line as it stands now.
 *
 * @param priceBefore what one cost when the shopper saw it last, if it costs something else now
 * @param total unit price × quantity
 * @param available how many can be had now, with those that are sold before they come
 * @param promise on what terms some of the line's units are to come; null where all are there
 * @param reason the price list that decides the price; null where the general price does
 */
public record CartLine(
        OfferedItem item,
        int quantity,
        @Nullable Money priceBefore,
        Money total,
        Availability availability,
        int available,
        @Nullable Promise promise,
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

    /** So many of the line's units have still to come, and on what terms they are sold. */
    public record Promise(int units, SupplyTerms terms) {}

    public boolean buyable() {
        return availability == Availability.AVAILABLE;
    }
}
