package dev.galleria.pricing.lists;

import java.time.Instant;

/**
 * A price list as its editors see it.
 *
 * @param offers how many offers have entries
 */
public record PriceList(
        PriceListId id, long version, PriceListDraft content, int offers, Instant createdAt, Instant changedAt) {}
