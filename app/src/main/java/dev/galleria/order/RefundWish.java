package dev.galleria.order;

import dev.galleria.inventory.LineQuantity;
import dev.galleria.platform.Money;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be given back. What has gone back already is never part of it. */
public sealed interface RefundWish {
    /** Everything that is left, shipping included or not. */
    record Whole(boolean shipping) implements RefundWish {}

    /** Units of lines, and what is left of the shipping of their parts or not. */
    record Units(List<LineQuantity> lines, boolean shipping) implements RefundWish {
        public Units {
            lines = List.copyOf(lines);
        }
    }

    /** An amount, taken from the lines in proportion, and from the shipping too or not. */
    record Amount(Money amount, boolean shipping) implements RefundWish {}

    /** In words of its own, by which a repeated request is recognized. */
    default String text() {
        if (this instanceof Units units) {
            return units.lines().stream()
                            .map(line -> line.lineNo() + "x" + line.quantity())
                            .collect(Collectors.joining(",", "units ", " "))
                    + units.shipping();
        }
        return String.valueOf(this);
    }
}
