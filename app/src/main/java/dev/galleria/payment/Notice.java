package dev.galleria.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event of a gateway is about. It only says where to look; how things stand is asked. */
public record Notice(
        String id, String type, Kind kind, @Nullable UUID subject, @Nullable String sessionRef, String detail) {
    /** What has to be done about it. */
    public enum Kind {
        /** Ask how the payment stands. */
        PAYMENT,
        /** Ask how the refund stands. */
        REFUND,
        /** Show it to a person. */
        ATTENTION,
        /** Of no interest. */
        OTHER
    }
}
