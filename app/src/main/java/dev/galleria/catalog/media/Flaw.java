package dev.galleria.catalog.media;

/** Why a file is not taken; its text is {@code media.refused.<code>}. */
public enum Flaw {
    /** There is nothing in it. */
    EMPTY("empty"),
    /** More than {@link Intake#MOST_BYTES}. */
    TOO_LARGE("too-large"),
    /** Neither JPEG nor PNG, WebP or GIF, whatever its name says. */
    NOT_A_PICTURE("not-a-picture"),
    /** SVG: a program as much as a picture. */
    DRAWING("drawing"),
    /** More than {@link Intake#MOST_PIXELS}. */
    TOO_MANY_PIXELS("too-many-pixels"),
    /** Cut off, broken, or of a kind that is not understood. */
    DAMAGED("damaged"),
    /** The product has as many pictures as it may have. */
    FULL("full");

    private final String code;

    Flaw(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The key of its text. */
    public String key() {
        return "media.refused." + code;
    }
}
