package dev.galleria.order;

import dev.galleria.platform.Ids;
import java.util.Optional;
import java.util.UUID;

/** How payments call a refund of an order: its id and which attempt it is. */
record RefundPurpose(UUID refund, int attempt) {
    private static final String PREFIX = "order-refund:";

    static String of(UUID refund, int attempt) {
        return PREFIX + refund + ":" + attempt;
    }

    /** How the purposes of all its attempts begin. */
    static String all(UUID refund) {
        return PREFIX + refund + ":";
    }

    /** Empty for a refund that is not of an order's. */
    static Optional<RefundPurpose> read(String purpose) {
        if (!purpose.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var rest = purpose.substring(PREFIX.length());
        int colon = rest.indexOf(':');
        return Ids.parse(rest.substring(0, colon))
                .map(id -> new RefundPurpose(id, Integer.parseInt(rest.substring(colon + 1))));
    }
}
