package dev.galleria.cart.rest;

import dev.galleria.cart.CartLine;
import dev.galleria.cart.CartParcel;
import dev.galleria.cart.CartView;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.PublicId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cart with the prices and the stock of this moment.
 *
 * @param count pieces of all lines
 * @param subtotal of what can be bought
 * @param ready whether all of it can be bought as it is
 * @param gone lines whose offer no longer exists; they can only be removed
 */
@Schema(name = "Cart")
public record CartBody(int count, MoneyBody subtotal, boolean ready, List<Parcel> parcels, List<Gone> gone) {
    /** What one seller would send. */
    @Schema(name = "CartParcel")
    public record Parcel(String seller, String sellerName, MoneyBody subtotal, List<Item> items) {
        public static Parcel of(CartParcel parcel) {
            return new Parcel(
                    PublicId.of(parcel.seller()),
                    parcel.sellerName(),
                    MoneyBody.of(parcel.subtotal()),
                    parcel.lines().stream().map(Item::of).toList());
        }
    }

    /** One line, named by its offer; {@code priceBefore} is what one cost when it was seen last, if it has changed. */
    @Schema(name = "CartItem")
    public record Item(
            String id,
            String product,
            String sku,
            String title,
            String choices,
            int quantity,
            MoneyBody unitPrice,
            @Nullable MoneyBody priceBefore,
            MoneyBody total,
            String availability,
            int available) {
        private static Item of(CartLine line) {
            var item = line.item();
            return new Item(
                    PublicId.of(item.offer()),
                    PublicId.of(item.product()),
                    item.sku(),
                    item.title(),
                    item.choices(),
                    line.quantity(),
                    MoneyBody.of(item.price()),
                    MoneyBody.orNull(line.priceBefore()),
                    MoneyBody.of(line.total()),
                    line.availability().name(),
                    line.available());
        }
    }

    /** What is left of a line whose offer is gone. */
    @Schema(name = "GoneItem")
    public record Gone(String id, String title, int quantity) {}

    static CartBody of(CartView cart) {
        return new CartBody(
                cart.count(),
                MoneyBody.of(cart.subtotal()),
                cart.ready(),
                cart.parcels().stream().map(Parcel::of).toList(),
                cart.vanished().stream()
                        .map(line -> new Gone(PublicId.of(line.offer()), line.title(), line.quantity()))
                        .toList());
    }
}
