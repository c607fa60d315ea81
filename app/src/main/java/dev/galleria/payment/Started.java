package dev.galleria.payment;

/** The answer to {@link Payments#begin}. */
public sealed interface Started {
    /** Send the shopper to the gateway's page. */
    record Redirect(PaymentId payment, String url) implements Started {}

    /** The money is promised or already taken: place the order. */
    record Authorized(PaymentId payment) implements Started {}

    /** Nothing was charged and nothing will be by this answer; ask again after so many seconds. */
    record Unavailable(int retryAfterSeconds) implements Started {}
}
