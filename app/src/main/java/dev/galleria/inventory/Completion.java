package dev.galleria.inventory;

import java.util.List;

/** The answer to turning a hold into a sale. */
public sealed interface Completion {
    /** Every line has left the stock, exactly once. */
    record Completed(ReservationRef ref) implements Completion {}

    /** The hold had ended and the stock has gone to others meanwhile; nothing was taken. */
    record Gone(List<Shortage> shortages) implements Completion {}
}
