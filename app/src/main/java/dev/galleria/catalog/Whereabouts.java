package dev.galleria.catalog;

/** What became of a page that is no longer at its address. */
public sealed interface Whereabouts {
    /** It has this slug now, and can be seen there. */
    record Moved(String slug) implements Whereabouts {}

    /** It is gone for good. */
    record Gone() implements Whereabouts {}

    /** Nobody knows of it. */
    record Unknown() implements Whereabouts {}
}
