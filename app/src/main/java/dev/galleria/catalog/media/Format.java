package dev.galleria.catalog.media;

import java.util.Arrays;
import java.util.Optional;

/** What pictures are sent as; PNG only keeps what is transparent. */
public enum Format {
    WEBP("webp", "image/webp"),
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png");

    private final String suffix;
    private final String type;

    Format(String suffix, String type) {
        this.suffix = suffix;
        this.type = type;
    }

    /** As files and addresses end. */
    public String suffix() {
        return suffix;
    }

    /** The media type. */
    public String type() {
        return type;
    }

    /** The format that is sent under that suffix. */
    public static Optional<Format> sent(String suffix) {
        return Arrays.stream(values())
                .filter(format -> format != PNG && format.suffix.equals(suffix))
                .findFirst();
    }
}
