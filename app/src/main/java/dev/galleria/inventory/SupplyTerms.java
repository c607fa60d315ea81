package dev.galleria.inventory;

import java.time.LocalDate;

/**
 * On what terms units are sold that are not here yet.
 *
 * @param promisedOn the day from which they can be sent
 */
public record SupplyTerms(Mode mode, LocalDate promisedOn) {
    /** Why they are not here. */
    public enum Mode {
        /** They were here and will come again. */
        BACKORDER,
        /** They have not come out yet. */
        PREORDER
    }
}
