package dev.galleria.cart;

/** The answer to a wish to change a cart. */
public sealed interface CartChange {
    /** The line now holds so many, the whole cart so many pieces. A repeated wish gets the same answer. */
    record Done(int quantity, int count) implements CartChange {}

    /** Nothing was changed: so many can be had at all, and so many are in the cart already. */
    record TooFew(int available, int inCart) implements CartChange {}

    /** Nothing was changed: a line holds at most {@link Quantity#MAX} pieces, a cart at most {@code lines} lines. */
    record Full(int pieces, int lines) implements CartChange {}

    /** Nothing was changed: the offer does not exist or is not sold now. */
    record NotForSale() implements CartChange {}
}
