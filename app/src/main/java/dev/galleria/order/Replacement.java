package dev.galleria.order;

import dev.galleria.inventory.Shortage;
import java.util.List;

/** The answer to the wish to replace returned goods. */
public sealed interface Replacement {
    /** The replacement is set aside and can be sent. */
    record Promised() implements Replacement {}

    /** Nothing was changed: there is not enough on the shelves. A refund is still possible. */
    record OutOfStock(List<Shortage> shortages) implements Replacement {}
}
