package dev.galleria.pricing.lists;

import dev.galleria.account.GroupId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price list as it is written, without its entries.
 *
 * @param name what shoppers read beside a price: up to 100 characters
 * @param group whom it is for; null is everybody
 * @param currency ISO 4217
 * @param startsAt null is always, to the second
 * @param endsAt the first second after it; null is never
 * @param priority 0–1,000: the higher decides
 * @param percentOff hundredths of a percent off the general price for what has no entry: 0–9,900
 * @param active whether it applies at all
 */
public record PriceListDraft(
        String name,
        @Nullable GroupId group,
        String currency,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        int priority,
        int percentOff,
        boolean active) {}
