package dev.galleria.catalog.editing;

import com.ibm.icu.text.Transliterator;
import java.util.function.Predicate;

/** Makes addresses of titles in any script. */
public final class SlugMaker {
    private static final int LONGEST = 80;

    private SlugMaker() {}

    /** Small Latin letters, digits and hyphens; a number is added while the address is taken. */
    public static String of(String title, Predicate<String> taken) {
        var plain = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()")
                .transliterate(title)
                .replaceAll("['\u2019`]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut =
                plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("-+$", "");
        var base = cut.isEmpty() ? "product" : cut;
        var slug = base;
        for (int number = 2; taken.test(slug); number++) {
            slug = base + "-" + number;
        }
        return slug;
    }
}
