package dev.galleria.pricing.lists;

import dev.galleria.catalog.OfferId;
import java.util.List;

/** What a list says of one offer; tiers by quantity, ascending. */
public record PriceEntry(OfferId offer, List<Tier> tiers) {}
