package dev.galleria.order;

/** What has become of a checkout. */
public sealed interface Outcome {
    /** It is an order. */
    record Placed(PlacedOrder order) implements Outcome {}

    /** The gateway has not said yet; ask again in a moment. */
    record Waiting() implements Outcome {}

    /** The payment ended without money; the checkout is open again and the cart is as it was. */
    record Reopened(CheckoutView.Notice notice) implements Outcome {}

    /** The stock had gone; all of the money goes back. */
    record Refunded() implements Outcome {}
}
