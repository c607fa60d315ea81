package dev.galleria.catalog.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A size that is made of every picture. There are no others, so nobody can ask for thousands. */
public enum Preset {
    /** For lines of a cart or a list. */
    THUMB(160, true),
    /** For cards of a listing. */
    CARD(400, true),
    /** The same for finer screens. */
    TILE(800, true),
    /** For a product's page, uncut. */
    DETAIL(800, false),
    /** To look closely, uncut. */
    ZOOM(1200, false);

    private final int width;
    private final boolean square;

    Preset(int width, boolean square) {
        this.width = width;
        this.square = square;
    }

    /** The longest side in pixels. */
    public int width() {
        return width;
    }

    /** Whether it is cut to a square around the picture's focus. */
    public boolean square() {
        return square;
    }

    /** As it stands in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What becomes of a picture of that size: never larger than it is. */
    public Size of(Size picture) {
        if (square) {
            int side = Math.min(width, Math.min(picture.width(), picture.height()));
            return new Size(side, side);
        }
        return picture.within(width);
    }

    /** The preset of that code. */
    public static Optional<Preset> of(String code) {
        return Arrays.stream(values())
                .filter(preset -> preset.code().equals(code))
                .findFirst();
    }
}
