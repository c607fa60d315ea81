package dev.galleria.catalog.web;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Money;
import org.jspecify.annotations.Nullable;

/**
 * One seller's offer on a product's page, every text ready.
 *
 * @param general the price in the marketplace's own currency, which price lists are asked with
 * @param amount the price in the shopper's currency
 */
public record OfferLine(
        OfferId id,
        String seller,
        String sellerHref,
        String sellerWords,
        String initials,
        String avatar,
        Money general,
        Money amount,
        String price,
        @Nullable String listPrice,
        @Nullable String percentOff,
        @Nullable String lowestBefore,
        @Nullable String saleEnds,
        String priceClass,
        String handling,
        int handlingDays,
        boolean inStock,
        String addWords) {}
