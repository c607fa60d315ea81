package dev.galleria.order;

import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that a buyer sends back to one seller.
 *
 * @param number as people call it, {@code R-1001}
 * @param comment the buyer's own words; may be empty
 * @param answer the seller's words on its decision; may be empty
 */
public record Return(
        ReturnId id,
        String number,
        OrderId order,
        String orderNumber,
        PartId part,
        SellerId seller,
        ReturnState state,
        Wish wish,
        Reason reason,
        String comment,
        String answer,
        Instant askedAt,
        Instant changedAt,
        List<Line> lines) {

    /** What the buyer would like for the goods. */
    public enum Wish {
        REFUND,
        EXCHANGE
    }

    /** Why goods go back. */
    public enum Reason {
        CHANGED_MIND,
        DOES_NOT_FIT,
        DAMAGED,
        NOT_AS_DESCRIBED,
        WRONG_ARTICLE,
        TOO_LATE
    }

    /** In what state goods have come back. */
    public enum Condition {
        AS_NEW,
        OPENED,
        DAMAGED
    }

    /**
     * Units of one line.
     *
     * @param received how many of them have come back
     * @param condition null until they have
     */
    public record Line(
            int lineNo,
            String title,
            String choices,
            int quantity,
            int received,
            @Nullable Condition condition,
            boolean restocked) {}
}
