package dev.galleria.inventory;

/** So many units (at least 1) of one line of an order. */
public record LineQuantity(int lineNo, int quantity) {
    public LineQuantity {
        if (quantity < 1) {
            throw new IllegalArgumentException("line " + lineNo + ": " + quantity);
        }
    }
}
