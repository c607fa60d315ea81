package dev.galleria.catalog.web;

import dev.galleria.catalog.media.PictureId;
import java.util.Optional;
import java.util.regex.Pattern;

/** A picture's key as it stands in addresses: {@code studio:t-shirt~ink~linen~full} is {@code studio.t-shirt_ink_linen_full}. */
record PictureName(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,159}");

    static PictureName ofKey(String key) {
        return new PictureName(PictureId.file(key));
    }

    /** Reads an address's last segment without its suffix. */
    static Optional<PictureName> read(String text) {
        return FORM.matcher(text).matches() && !text.contains("..")
                ? Optional.of(new PictureName(text))
                : Optional.empty();
    }

    String key() {
        return text.replace('.', ':').replace('_', '~');
    }
}
