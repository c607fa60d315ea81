package dev.galleria.search;

/**
 * What a product's place depends on, with its weight where a marketplace names none. Each factor is between 0 and 1, so that
 * weights compare.
 */
public enum Factor {
    /** How well the words fit; the other factors together can outweigh a slightly better fit, not a much better one. */
    TEXT(100),
    /** Stars, drawn towards the middle while there are few reviews. */
    RATING(12),
    /** The number of reviews, by order of magnitude. */
    REVIEWS(6),
    /** The stars of the seller whose offer is shown. */
    SELLER(6),
    /** Whether it can be delivered. */
    AVAILABILITY(20),
    /** How new it is; half after 60 days. */
    RECENCY(6),
    /** Units sold in the last 30 days, by order of magnitude. */
    SALES(14),
    /** How often it is followed when it is shown, by its place. */
    CLICKS(10);

    private final int usual;

    Factor(int usual) {
        this.usual = usual;
    }

    /** Its weight where none is given. */
    public int usual() {
        return usual;
    }
}
