package dev.galleria.pricing;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;

/** What sending one seller's parcel costs: with tax where the shop's prices include tax, without it elsewhere. */
public record ParcelShipping(SellerId seller, Money price) {}
