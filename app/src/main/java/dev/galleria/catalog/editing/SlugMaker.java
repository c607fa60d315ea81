package dev.galleria.catalog.editing;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Makes addresses of titles in any script. */
public final class SlugMaker {
    private static final int LONGEST = 80;

    /** Takes milliseconds to make; may be used by all threads. */
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019`]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");

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
        var latin = ASCII.matcher(title).matches() ? title.toLowerCase(Locale.ROOT) : LATIN.transliterate(title);
        var words = OTHERS.matcher(APOSTROPHES.matcher(latin).replaceAll("")).replaceAll("-");
        var plain = ENDS.matcher(words).replaceAll("");
        return plain.length() <= LONGEST
                ? plain
                : ENDS.matcher(plain.substring(0, LONGEST)).replaceAll("");
    }
}
