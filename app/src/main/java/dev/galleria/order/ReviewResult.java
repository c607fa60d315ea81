package dev.galleria.order;

/** The answer to the wish to see what would be paid. */
public sealed interface ReviewResult {
    /** This would be paid now; the seal goes into the form that pays. */
    record Ready(Deal deal, String seal) implements ReviewResult {}

    /** Something is missing or cannot be bought; the view's step says what. */
    record Incomplete(CheckoutView checkout) implements ReviewResult {}

    /** The checkout is no longer open (409). */
    record Moved(CheckoutView checkout) implements ReviewResult {}
}
