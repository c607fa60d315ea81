package dev.galleria.demodata;

import java.math.BigDecimal;

/** Amounts as the files write them; all demo currencies have two decimals. */
final class Amounts {
    private Amounts() {}

    static long minor(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    static String text(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    /** The nearest price a shop would print: below 5 in steps of 5, below 100 ending in 5 or 9, above in whole units. */
    static long retail(long minor) {
        if (minor < 500) {
            return Math.max(35, (minor + 2) / 5 * 5);
        }
        if (minor < 2_000) {
            return (minor + 25) / 50 * 50 - (minor % 3 == 0 ? 5 : 0);
        }
        if (minor < 10_000) {
            return (minor + 50) / 100 * 100 - (minor % 2 == 0 ? 10 : 0);
        }
        return minor < 50_000 ? (minor + 250) / 500 * 500 - 100 : (minor + 500) / 1000 * 1000 - 100;
    }
}
