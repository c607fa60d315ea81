package dev.galleria.account;

import java.util.Map;

/** The answer to following a mailed link with a new password. */
public sealed interface Redeemed {
    /** Signed in, with everybody else signed out; next is the page that was left, or empty. */
    record Opened(String token, Account account, String next) implements Redeemed {}

    /** What is wrong with the password; the link still works. */
    record Invalid(Map<String, String> faults) implements Redeemed {}

    /** Used, run out, or never sent by this marketplace. */
    record Gone() implements Redeemed {}
}
