package dev.galleria.order;

import dev.galleria.inventory.Shortage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to the wish to pay. Except for Redirect and Placed nothing was charged and nothing will be by it. */
public sealed interface PayResult {
    /** Stock is held; send the shopper to the gateway's page. */
    record Redirect(String url) implements PayResult {}

    /** The order is placed (cash on delivery, or it had been paid already). */
    record Placed(PlacedOrder order) implements PayResult {}

    /**
     * Something differs from what the buyer saw; this is what it would be now, to be agreed on again.
     *
     * @param lostCoupon the code whose last use, or whose use by this buyer, is gone; null if it is something else
     */
    record PriceChanged(Deal deal, String seal, @Nullable String lostCoupon) implements PayResult {}

    /** Less is left than wanted; the cart shows it. */
    record OutOfStock(List<Shortage> shortages) implements PayResult {}

    /** A step is missing; the view's step says which. */
    record Incomplete(CheckoutView checkout) implements PayResult {}

    /** Another form has moved the checkout on (409): paying elsewhere, placed, or open again after a failed payment. */
    record Moved(CheckoutView checkout) implements PayResult {}

    /** The gateway cannot be reached; the stock stays held. Resume after so many seconds. */
    record Unavailable(int retryAfterSeconds) implements PayResult {}

    /** Too many unpaid checkouts hold stock for this person or address already. */
    record TooMany(int retryAfterSeconds) implements PayResult {}
}
