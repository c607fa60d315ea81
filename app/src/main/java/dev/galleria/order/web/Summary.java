package dev.galleria.order.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order comes to, ready to be shown.
 *
 * @param note such as the tax contained; empty if there is nothing to say
 * @param steps how the total was made, one line each; empty while it is not known
 */
public record Summary(List<Line> lines, List<Row> rows, Row total, String note, List<String> steps) {
    /** Some goods. */
    public record Line(@Nullable String imageKey, String title, String note, String amount) {}

    /** A figure and what it is for. */
    public record Row(String label, String amount) {}
}
