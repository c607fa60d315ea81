package dev.galleria.order.rest;

import dev.galleria.cart.rest.CartBody;
import dev.galleria.order.CheckoutView;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.shipping.ShippingOption;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A checkout as it stands now.
 *
 * @param id names it; whoever has it has the checkout
 * @param state OPEN, PAYING, PLACED or ABANDONED
 * @param step what is needed next while OPEN: CART, ADDRESS, SHIPPING or PAYMENT
 * @param notice why it is open again, or how it ended
 * @param parcels empty until the address is known
 */
@Schema(name = "Checkout")
public record CheckoutBody(
        String id,
        String state,
        String step,
        @Nullable String notice,
        @Nullable String email,
        @Nullable AddressBody address,
        List<Parcel> parcels) {
    /** One seller's goods and how they can be sent; no option means that they cannot be sent there. */
    @Schema(name = "CheckoutParcel")
    public record Parcel(CartBody.Parcel goods, List<Option> options, @Nullable String chosen) {
        private static Parcel of(CheckoutView.Parcel parcel) {
            return new Parcel(
                    CartBody.Parcel.of(parcel.goods()),
                    parcel.options().stream().map(Option::of).toList(),
                    parcel.choice().map(ShippingOption::code).orElse(null));
        }
    }

    /** A way of sending a parcel. Days are working days. */
    @Schema(name = "DeliveryOption")
    public record Option(String code, String label, MoneyBody price, int minDays, int maxDays) {
        private static Option of(ShippingOption option) {
            return new Option(
                    option.code(), option.label(), MoneyBody.of(option.price()), option.minDays(), option.maxDays());
        }
    }

    static CheckoutBody of(CheckoutView checkout) {
        var notice = checkout.notice();
        return new CheckoutBody(
                checkout.token(),
                checkout.state().name(),
                checkout.step().name(),
                notice == null ? null : notice.name(),
                checkout.email(),
                AddressBody.orNull(checkout.address()),
                checkout.parcels().stream().map(Parcel::of).toList());
    }
}
