package dev.galleria.search;

import java.util.List;
import java.util.Map;

/**
 * How many of the found products have what in common, in no language. Each facet's counts ignore its own choice.
 *
 * @param categories by id, brands by slug, sellers by id
 * @param prices and stars as many as there are steps
 * @param facts {@code material=linen}
 */
record Counts(
        long total,
        Map<String, Long> categories,
        Map<String, Long> brands,
        Map<String, Long> sellers,
        List<Long> prices,
        List<Long> stars,
        long inStock,
        Map<String, Long> facts) {}
