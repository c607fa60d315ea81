package dev.galleria.account;

/**
 * A browser has just become an account's. A CDI event, fired synchronously by the sign-in flow and observed by the cart,
 * which merges the visitor's cart: the one CDI event that crosses capabilities.
 */
public record SignedIn(Account account, String visitor) {}
