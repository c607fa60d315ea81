package dev.galleria.search.merchandising;

/** What a rule does with a product. */
public enum RuleAction {
    /** Stands at a certain place of the first page, as long as it can be delivered. */
    PIN,
    /** Gets more points, and among products that are not ranked stands before the others. */
    BOOST,
    /** Stands behind all others. */
    BURY,
    /** Is not shown. */
    HIDE
}
