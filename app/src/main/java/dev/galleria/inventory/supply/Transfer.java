package dev.galleria.inventory.supply;

import dev.galleria.catalog.OfferId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods that go from one warehouse to another. */
public record Transfer(
        TransferId id,
        String number,
        String from,
        String to,
        State state,
        @Nullable LocalDate expectedOn,
        String actor,
        Instant createdAt,
        List<Line> lines) {
    /** How far it has come. */
    public enum State {
        /** Something is under way. */
        IN_TRANSIT,
        /** Everything has arrived or is lost. */
        DONE
    }

    /** One offer's units. */
    public record Line(OfferId offer, int quantity, int received, int lost) {
        /** How many are under way. */
        public int open() {
            return quantity - received - lost;
        }
    }
}
