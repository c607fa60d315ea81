package dev.galleria.pricing.rest;

import dev.galleria.platform.rest.PublicId;
import dev.galleria.pricing.lists.PriceList;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price list as its editor reads it; sent back as it is, it changes nothing. */
@Schema(name = "PriceListBody")
public record PriceListBody(
        String id,
        int offers,
        String createdAt,
        String changedAt,
        String name,
        @Nullable String group,
        String currency,
        @Nullable String startsAt,
        @Nullable String endsAt,
        int priority,
        BigDecimal percentOff,
        boolean active) {

    static PriceListBody of(PriceList list) {
        var content = list.content();
        return new PriceListBody(
                PublicId.of(list.id()),
                list.offers(),
                list.createdAt().toString(),
                list.changedAt().toString(),
                content.name(),
                content.group() == null ? null : PublicId.of(content.group()),
                content.currency(),
                content.startsAt() == null ? null : content.startsAt().toString(),
                content.endsAt() == null ? null : content.endsAt().toString(),
                content.priority(),
                BigDecimal.valueOf(content.percentOff(), 2),
                content.active());
    }
}
