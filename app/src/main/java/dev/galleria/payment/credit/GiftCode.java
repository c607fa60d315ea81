package dev.galleria.payment.credit;

import dev.galleria.platform.Secrets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A gift card's code: 16 characters of Crockford's alphabet (80 random bits), in groups of four. Who types small letters, O for
 * 0, I or L for 1, spaces or no hyphens means the same code. Only its hash is kept.
 */
public record GiftCode(String plain) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int LONGEST_INPUT = 60;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /** A new one that nobody can guess. */
    public static GiftCode random() {
        var plain = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            plain.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new GiftCode(plain.toString());
    }

    /** What somebody has typed; empty if it cannot be a code. */
    public static Optional<GiftCode> read(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        var plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(plain).matches() ? Optional.of(new GiftCode(plain)) : Optional.empty();
    }

    byte[] hash() {
        return Secrets.hash("gift-card " + plain);
    }

    /** The last group, by which people tell cards apart. */
    public String end() {
        return plain.substring(LENGTH - GROUP);
    }

    /** {@code 7K3M-0Q2X-…}, as it is given to people. */
    public String written() {
        return plain.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    @Override
    public String toString() {
        return "…" + end();
    }
}
