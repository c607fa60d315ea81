package dev.galleria.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a listing for those who go through all of it, each further one as quick as the first.
 *
 * @param next where to go on; null at the end
 */
public record Walk(List<ProductSummary> products, @Nullable Position next) {

    /** The last product seen: the values that it stands by, as text, and its id. */
    public record Position(String key, String second, UUID product) {}
}
