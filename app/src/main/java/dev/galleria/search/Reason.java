package dev.galleria.search;

import dev.galleria.catalog.ProductId;
import java.util.Map;

/** Why a product stands where it does: tenths of points by factor, weighed, and their sum. */
public record Reason(ProductId product, Map<Factor, Long> tenths, long total) {}
