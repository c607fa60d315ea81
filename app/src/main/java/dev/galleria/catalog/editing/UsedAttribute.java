package dev.galleria.catalog.editing;

import java.util.Map;

/**
 * An attribute and how much depends on it.
 *
 * @param products that have a value for it
 * @param types that it belongs to
 * @param perChoice how many products have which of its choices
 */
public record UsedAttribute(AttributeDraft content, int products, int types, Map<String, Integer> perChoice) {}
