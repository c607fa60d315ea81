package dev.galleria.exchange;

import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of products and what became of it.
 *
 * @param seller whose products it may touch; null for the whole marketplace
 * @param charset in which the file was read; not {@code charsetSure} when it was concluded from its bytes
 * @param shopify whether its header is that of Shopify's product files
 * @param header the file's own names of its columns
 * @param mapping what each is taken for, a name of {@link Columns}; empty for nothing
 * @param category for new products that name none; a slug
 * @param sellerSlug for rows that name none
 * @param waiting whether another import is worked on first
 * @param rowTotal lines at first, rows once the file has been read
 * @param failure why the file was refused: {@code exchange.failure.<code>}
 */
public record Import(
        ImportId id,
        String actor,
        @Nullable SellerId seller,
        String fileName,
        long bytes,
        String charset,
        boolean charsetSure,
        char separator,
        boolean shopify,
        List<String> header,
        List<String> mapping,
        @Nullable String category,
        @Nullable String sellerSlug,
        ImportState state,
        boolean atOnce,
        boolean waiting,
        int rowTotal,
        Counts counts,
        @Nullable String failure,
        @Nullable Integer failureRow,
        Instant createdAt,
        @Nullable Instant beganAt,
        @Nullable Instant endedAt) {

    /** Rows: looked at so far, and what they are; of an undoing, products restored and kept. */
    public record Counts(
            int done, int fresh, int changed, int unchanged, int wrong, int skipped, int restored, int kept) {}

    /** 0–100. */
    public int percent() {
        return rowTotal == 0 ? 0 : (int) Math.min(100, 100L * counts.done() / rowTotal);
    }

    /** Whether there is something to bring in. */
    public boolean runnable() {
        return state == ImportState.CHECKED && counts.fresh() + counts.changed() > 0;
    }

    /** Whether something was brought in that can be taken back. */
    public boolean undoable() {
        return (state == ImportState.DONE || state == ImportState.CANCELED) && beganAt != null;
    }
}
