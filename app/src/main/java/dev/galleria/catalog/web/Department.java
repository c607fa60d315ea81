package dev.galleria.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A category as navigation shows it: where it is, how many products it has, whether the reader is in it. */
public record Department(
        String title,
        String href,
        String count,
        String words,
        @Nullable String image,
        boolean current,
        List<Department> children) {

    /** For {@code aria-current}: "true", or nothing at all. */
    public @Nullable String currentMark() {
        return current ? "true" : null;
    }
}
