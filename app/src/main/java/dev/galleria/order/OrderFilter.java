package dev.galleria.order;

import org.jspecify.annotations.Nullable;

/**
 * Which orders or parts to list.
 *
 * @param state null: any
 * @param text part of the number or of the recipient's name; empty: any
 * @param page from 0
 * @param size 1–200
 */
public record OrderFilter(@Nullable OrderState state, String text, int page, int size) {
    public OrderFilter {
        if (page < 0 || size < 1 || size > 200) {
            throw new IllegalArgumentException("page " + page + " of " + size);
        }
    }

    /** Everything, newest first. */
    public static OrderFilter all(int page, int size) {
        return new OrderFilter(null, "", page, size);
    }

    long offset() {
        return (long) page * size;
    }

    /** For LIKE, with what it would read as patterns taken literally. */
    String pattern() {
        return "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
