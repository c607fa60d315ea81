package dev.galleria.search;

import dev.galleria.catalog.ProductId;
import dev.galleria.search.merchandising.RuleAction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a product stands where it does: tenths of points by factor, weighed, and their sum with those of a rule.
 *
 * @param rule what somebody of the marketplace has decided for it; null for nothing
 * @param by the place of what is pinned, the points of what is boosted, otherwise 0
 */
public record Reason(ProductId product, Map<Factor, Long> tenths, long total, @Nullable RuleAction rule, int by) {}
