package dev.galleria.seller;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A seller as everybody may see it, besides the e-mail address. The rating is in hundredths of a star: 473 is 4.73 of 5. */
public record Seller(
        SellerId id,
        String slug,
        String name,
        String email,
        String country,
        @Nullable String city,
        @Nullable String imageKey,
        Status status,
        int ratingHundredths,
        int ratingCount,
        Instant createdAt) {

    /** APPLIED → ACTIVE ⇄ SUSPENDED. Only an active seller's offers are shown and sold. */
    public enum Status {
        APPLIED,
        ACTIVE,
        SUSPENDED
    }

    public boolean active() {
        return status == Status.ACTIVE;
    }
}
