package dev.galleria.catalog.editing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong; a few tests that every part of a draft needs. */
public final class Faults {
    /** More would help nobody. */
    private static final int MOST = 200;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");
    private static final Pattern CONTROL_IN_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\r\\n\\t]]");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*");

    private final List<Fault> found = new ArrayList<>();

    public void add(String pointer, String code, Object... values) {
        if (found.size() < MOST) {
            found.add(Fault.of(pointer, code, values));
        }
    }

    public List<Fault> found() {
        return List.copyOf(found);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** One line that must not be empty. */
    public void line(String pointer, String text, int most) {
        if (text.isEmpty()) {
            add(pointer, "missing");
        } else if (text.length() > most) {
            add(pointer, "too-long", most);
        } else if (!isOrdinary(text) && CONTROL.matcher(text).find()) {
            add(pointer, "characters");
        }
    }

    /** Several lines that may be empty. */
    public void text(String pointer, String text, int most) {
        if (text.length() > most) {
            add(pointer, "too-long", most);
        } else if (!isOrdinary(text) && CONTROL_IN_TEXT.matcher(text).find()) {
            add(pointer, "characters");
        }
    }

    /** Whether there is nothing but visible characters of European languages: most texts, and much faster to see. */
    private static boolean isOrdinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' && c < '\u00a1' || c > '\u024f') {
                return false;
            }
        }
        return true;
    }

    /** Small letters, digits, single hyphens or underscores: up to 60. */
    public void code(String pointer, String code) {
        if (code.length() > 60 || !CODE.matcher(code).matches()) {
            add(pointer, "code");
        }
    }

    /** Labels in the marketplace's languages; its own is needed. */
    void labels(String pointer, Map<String, String> labels, Vocabulary words, int most) {
        if (!labels.containsKey(words.ownLocale())) {
            add(pointer, "own-language", words.ownLocale());
        }
        labels.forEach((locale, label) -> {
            language(pointer, locale, words);
            line(pointer + "/" + escaped(locale), label, most);
        });
    }

    void language(String pointer, String locale, Vocabulary words) {
        if (!words.locales().contains(locale)) {
            add(pointer + "/" + escaped(locale), "language", String.join(", ", words.locales()));
        }
    }

    /** A name as a step of a JSON Pointer (RFC 6901 section 3). */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** One spelling of what looks the same (Unicode NFC), without outer spaces. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    public static @Nullable String normalOrNull(@Nullable String text) {
        var normal = text == null ? "" : normal(text);
        return normal.isEmpty() ? null : normal;
    }
}
