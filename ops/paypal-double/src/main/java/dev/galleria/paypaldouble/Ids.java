package dev.galleria.paypaldouble;

import java.security.SecureRandom;

/** Identifiers that look like PayPal's: 17 capital letters and digits. */
final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String next() {
        return some(17, ALPHABET.length());
    }

    static String digits(int length) {
        return some(length, 10);
    }

    private static String some(int length, int letters) {
        StringBuilder id = new StringBuilder();
        RANDOM.ints(length, 0, letters).forEach(i -> id.append(ALPHABET.charAt(i)));
        return id.toString();
    }
}
