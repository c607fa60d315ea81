package dev.galleria.exchange;

import org.jspecify.annotations.Nullable;

/** A file that is not what it should be, as a whole: {@code exchange.failure.<code>}, at that row if it is known. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable Integer row;

    Unreadable(String code, @Nullable Integer row) {
        super(code + (row == null ? "" : " at row " + row));
        this.code = code;
        this.row = row;
    }

    String code() {
        return code;
    }

    @Nullable
    Integer row() {
        return row;
    }
}
