package dev.galleria.catalog.media;

/** Which of a product's pictures: the content of an uploaded one, or a drawn one's key as it stands in addresses. */
public record PictureId(String value) {
    /** Of the picture with that key, whatever its focus. */
    public static PictureId of(String key) {
        return PhotoKey.read(key)
                .map(photo -> new PictureId(photo.content()))
                .orElseGet(() -> new PictureId(file(key)));
    }

    /**
     * A key as it stands in addresses and file names. Keys use {@code :} and {@code ~}, which do not travel well, and never
     * {@code .} and {@code _}, which take their place: {@code studio:t-shirt~ink~linen~full} is
     * {@code studio.t-shirt_ink_linen_full}.
     */
    public static String file(String key) {
        return key.replace(':', '.').replace('~', '_');
    }
}
