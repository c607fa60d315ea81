package dev.galleria.cart;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Money;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cart as it stands now, by seller. Prices and stock are those of this moment.
 *
 * @param vanished lines whose offer no longer exists; they can only be removed
 * @param count pieces of all lines
 * @param subtotal of what can be bought
 */
public record CartView(List<CartParcel> parcels, List<Vanished> vanished, int count, Money subtotal) {
    /** What is left of a line whose offer is gone. */
    public record Vanished(OfferId offer, String title, int quantity) {}

    public boolean isEmpty() {
        return parcels.isEmpty() && vanished.isEmpty();
    }

    /** Whether all of it can be bought as it is. */
    public boolean ready() {
        return !parcels.isEmpty() && vanished.isEmpty() && lines().allMatch(CartLine::buyable);
    }

    /** Whether a price is no longer what the shopper saw. */
    public boolean repriced() {
        return lines().anyMatch(line -> line.priceBefore() != null);
    }

    /** All lines that have an offer, seller by seller. */
    public Stream<CartLine> lines() {
        return parcels.stream().flatMap(parcel -> parcel.lines().stream());
    }
}
