package dev.galleria.order;

import dev.galleria.inventory.LineQuantity;
import java.util.List;

/** What a buyer asks to send back: units of one seller's part. The comment is at most 1000 characters long. */
public record ReturnWish(
        PartId part, List<LineQuantity> units, Return.Reason reason, Return.Wish wish, String comment) {
    public ReturnWish {
        units = List.copyOf(units);
    }
}
