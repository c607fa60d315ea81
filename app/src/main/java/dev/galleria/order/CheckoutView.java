package dev.galleria.order;

import dev.galleria.account.Address;
import dev.galleria.cart.CartParcel;
import dev.galleria.cart.CartView;
import dev.galleria.seller.SellerId;
import dev.galleria.shipping.ShippingOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checkout as it stands now.
 *
 * @param step what is needed next while OPEN
 * @param parcels empty until the address is known
 * @param deal what is being paid or was bought; null while OPEN
 * @param order once PLACED
 */
public record CheckoutView(
        CheckoutId id,
        String token,
        State state,
        CheckoutStep step,
        @Nullable Notice notice,
        @Nullable String email,
        @Nullable Address address,
        CartView cart,
        List<Parcel> parcels,
        @Nullable Deal deal,
        @Nullable OrderId order) {
    /** OPEN ⇄ PAYING → PLACED, or ABANDONED from either. The database has the same table: {@code saga_move}. */
    public enum State {
        OPEN,
        /** Stock is held and a payment has been started. */
        PAYING,
        PLACED,
        /** Ended without an order. */
        ABANDONED;

        private static final Map<State, Set<State>> LEGAL = Map.of(
                OPEN, Set.of(PAYING, PLACED, ABANDONED),
                PAYING, Set.of(OPEN, PLACED, ABANDONED),
                PLACED, Set.of(),
                ABANDONED, Set.of());

        /** Whether that may come next. */
        public boolean mayBecome(State next) {
            return LEGAL.get(this).contains(next);
        }
    }

    /** Why a checkout is open again, or how it ended. */
    public enum Notice {
        PAYMENT_FAILED,
        PAYMENT_CANCELED,
        /** Nobody paid within the time for which the stock was held. */
        TIME_OVER,
        SOLD_OUT,
        /** Paid too late for stock that had gone: all of the money goes back. */
        REFUNDED
    }

    /** One seller's parcel and how it could be sent; no option means that it cannot be sent there. */
    public record Parcel(CartParcel goods, List<ShippingOption> options, @Nullable String chosen) {
        public SellerId seller() {
            return goods.seller();
        }

        /** The option that was chosen, if it is still there. */
        public Optional<ShippingOption> choice() {
            return options.stream()
                    .filter(option -> option.code().equals(chosen))
                    .findFirst();
        }
    }
}
