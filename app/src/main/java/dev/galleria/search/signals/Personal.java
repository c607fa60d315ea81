package dev.galleria.search.signals;

import java.util.regex.Pattern;

/** What looks as if it belonged to a person is not counted: addresses, numbers of phones, cards and orders. */
final class Personal {
    private static final int DIGITS = 7;
    private static final Pattern ADDRESS = Pattern.compile("@|\\b\\p{L}[\\p{L}\\p{N}-]*\\.\\p{L}{2,}");

    private Personal() {}

    /** Seven digits or more in all, an at sign, or something like the name of a host. */
    static boolean isLikely(String words) {
        return words.chars().filter(Character::isDigit).count() >= DIGITS
                || ADDRESS.matcher(words).find();
    }
}
