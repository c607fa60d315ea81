package dev.galleria.catalog.media;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of an uploaded picture: {@code photo:<content>~<width>x<height>~<x>~<y>}. It names what is shown completely, by its
 * content and its focus, so that whatever is made of it may be kept for ever.
 *
 * @param content the first 128 bits of the SHA-256 of the stored picture, in hex
 * @param width of the stored picture in pixels
 */
public record PhotoKey(String content, int width, int height, Focus focus) {
    public static final String PREFIX = "photo:";
    private static final Pattern FORM =
            Pattern.compile("photo:([0-9a-f]{32})~([1-9][0-9]{0,3})x([1-9][0-9]{0,3})~([0-9]{1,4})~([0-9]{1,4})");

    /** Reads a key; empty for that of any other picture. */
    public static Optional<PhotoKey> read(@Nullable String key) {
        var form = FORM.matcher(key == null ? "" : key);
        if (!form.matches()) {
            return Optional.empty();
        }
        var focus = new Focus(Integer.parseInt(form.group(4)), Integer.parseInt(form.group(5)));
        var read = new PhotoKey(form.group(1), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)), focus);
        // One spelling only: no leading zeros.
        return focus.valid() && read.text().equals(key) ? Optional.of(read) : Optional.empty();
    }

    public String text() {
        return PREFIX + content + '~' + width + 'x' + height + '~' + focus.x() + '~' + focus.y();
    }

    /** The same picture seen by another focus. */
    public PhotoKey with(Focus other) {
        return new PhotoKey(content, width, height, other);
    }
}
