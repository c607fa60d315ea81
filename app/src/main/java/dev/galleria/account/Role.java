package dev.galleria.account;

/** What an account may do besides shopping. */
public enum Role {
    /** Runs the marketplace. */
    OWNER,
    /** Works for the marketplace. */
    STAFF,
    /** Works for one seller, who is named with the role. */
    SELLER
}
