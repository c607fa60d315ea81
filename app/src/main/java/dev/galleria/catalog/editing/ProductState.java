package dev.galleria.catalog.editing;

/** DRAFT → ACTIVE ⇄ ARCHIVED; back to DRAFT from either; DELETED from any, for good. */
public enum ProductState {
    /** Being written; seen by its editors and through a preview link. */
    DRAFT,
    /** For everybody from the moment of its publication, which may be in the future. */
    ACTIVE,
    /** Not shown and not sold, with all that belongs to it. */
    ARCHIVED,
    /** A tombstone: the address answers "gone". */
    DELETED
}
