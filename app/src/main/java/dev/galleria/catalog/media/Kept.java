package dev.galleria.catalog.media;

/** What has become of a file that was sent, before it is any product's picture. */
public sealed interface Kept {
    /** It is stored; unless it is shown somewhere it is deleted after a while. */
    record Stored(PhotoKey key) implements Kept {}

    /** It is not taken; nothing is stored. */
    record Refused(Flaw flaw) implements Kept {}
}
