package dev.galleria.pricing.rest;

import dev.galleria.account.GroupId;
import dev.galleria.platform.rest.ReadOnly;
import dev.galleria.pricing.lists.PriceListDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A price list as a client writes it.
 *
 * @param group whom it is for; without one everybody
 * @param percentOff 0–99, with up to two decimals
 */
@ReadOnly({"id", "offers", "createdAt", "changedAt"})
public record PriceListInput(
        String name,
        @Schema(type = SchemaType.STRING) @Nullable GroupId group,
        String currency,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer priority,
        @Nullable BigDecimal percentOff,
        @Nullable Boolean active) {

    PriceListDraft draft() {
        return new PriceListDraft(
                name,
                group,
                currency,
                startsAt,
                endsAt,
                Objects.requireNonNullElse(priority, 0),
                hundredths(percentOff),
                !Boolean.FALSE.equals(active));
    }

    /** What cannot be counted in hundredths is out of range, which the list refuses. */
    private static int hundredths(@Nullable BigDecimal percent) {
        if (percent == null) {
            return 0;
        }
        boolean counted = percent.scale() <= 2 && percent.precision() <= 6 && percent.scale() >= -2;
        return counted ? percent.movePointRight(2).intValue() : -1;
    }
}
