package dev.galleria.catalog.studio;

import dev.galleria.platform.Problem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The complete description of a picture: {@code studio:<sprite>~<tint>~<backdrop>~<view>}. */
record PictureKey(String sprite, Tint tint, Backdrop backdrop, View view) {
    private static final Pattern FORM =
            Pattern.compile("studio:([a-z0-9]{1,24}(?:-[a-z0-9]{1,24}){0,4})~([a-z]{2,12})~([a-z]{2,12})~([a-z]{4,5})");

    /** How the object is seen. */
    enum View {
        FULL,
        CLOSE,
        ANGLE,
        TILE
    }

    /** Reads a key; anything but the known words is a Problem (NOT_FOUND). */
    static PictureKey of(String key) {
        Matcher form = FORM.matcher(key);
        if (key.length() > 160 || !form.matches()) {
            throw unknown();
        }
        return new PictureKey(
                form.group(1),
                word(Tint.class, form.group(2)),
                word(Backdrop.class, form.group(3)),
                word(View.class, form.group(4)));
    }

    private static <E extends Enum<E>> E word(Class<E> words, String text) {
        try {
            return Enum.valueOf(words, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    static Problem unknown() {
        return Problem.notFound("catalog/no-picture", "not a picture key");
    }
}
