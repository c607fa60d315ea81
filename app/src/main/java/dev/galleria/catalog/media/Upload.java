package dev.galleria.catalog.media;

/** What has become of a file that was sent. */
public sealed interface Upload {
    /** It is now the last of the product's pictures, or was one of them before. */
    record Added(GalleryPicture picture, boolean known) implements Upload {}

    /** It is not taken; nothing has changed. */
    record Refused(Flaw flaw) implements Upload {}
}
