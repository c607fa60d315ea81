package dev.galleria.catalog.editing;

import com.ibm.icu.text.Transliterator;
import java.util.function.Predicate;

/** Makes addresses of titles in any script. */
public final class SlugMaker {
    private static final int LONGEST = 80;

    /** Takes milliseconds to make; may be used by all threads. */
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()");

    private SlugMaker() {}

    /** Small Latin letters, digits and hyphens; a number is added while the address is taken. */
    public static String of(String title, Predicate<String> taken) {
        var plain = plain(title);
        var base = plain.isEmpty() ? "product" : plain;
        var slug = base;
        for (int number = 2; taken.test(slug); number++) {
            slug = base + "-" + number;
        }
        return slug;
    }

    /** The same without a number, up to {@link #LONGEST} characters; empty when nothing can be made of it. */
    static String plain(String title) {
        var plain = LATIN.transliterate(title)
                .replaceAll("['\u2019`]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("-+$", "");
    }
}
