package dev.galleria.catalog.web.office;

import dev.galleria.platform.Money;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One product in the back office's list. Two are equal when they are of the same product.
 *
 * @param state the last part of its text's key
 * @param address where it is edited
 */
public record ProductLine(
        String id,
        String title,
        String slug,
        String state,
        String tone,
        @Nullable String imageKey,
        @Nullable Money lowest,
        @Nullable Money highest,
        String stock,
        String seller,
        String changed,
        String address)
        implements Serializable {

    /** One of which only the id is known. */
    ProductLine(String id) {
        this(id, "", "", "", "", null, null, null, "", "", "", "");
    }

    /** Whether several prices are asked for. */
    public boolean varies() {
        return !Objects.equals(lowest, highest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProductLine line && line.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
