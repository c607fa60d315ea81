package dev.galleria.inventory;

import java.time.Instant;
import java.util.List;

/** The answer to a wish to hold stock. */
public sealed interface Reservation {
    /** All lines are held until then, by the database's clock. */
    record Held(ReservationRef ref, Instant expiresAt) implements Reservation {}

    /** Nothing is held; every offer with too little is named. */
    record OutOfStock(List<Shortage> shortages) implements Reservation {}
}
