package dev.galleria.order;

/** What a checkout still needs, in order. */
public enum CheckoutStep {
    /** The cart is empty, or something in it cannot be bought as it is. */
    CART,
    ADDRESS,
    SHIPPING,
    /** Everything is there: review and pay. */
    PAYMENT
}
