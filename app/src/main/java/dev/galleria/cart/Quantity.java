package dev.galleria.cart;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How many of something one line may hold. */
public final class Quantity {
    /** The least and the most of one line. */
    public static final int MIN = 1;

    public static final int MAX = 99;
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,2}");

    private Quantity() {}

    /** Reads 1–99 in plain digits; anything else (signs, decimals, other scripts, more digits) is empty. */
    public static OptionalInt parse(String text) {
        var plain = text.strip();
        if (!WRITTEN.matcher(plain).matches()) {
            return OptionalInt.empty();
        }
        int quantity = Integer.parseInt(plain);
        return allowed(quantity) ? OptionalInt.of(quantity) : OptionalInt.empty();
    }

    static boolean allowed(int quantity) {
        return quantity >= MIN && quantity <= MAX;
    }
}
