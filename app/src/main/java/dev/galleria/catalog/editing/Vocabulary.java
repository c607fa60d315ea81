package dev.galleria.catalog.editing;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace knows of the words that a draft uses; ids are null for words that it does not know.
 *
 * @param locales language tags, {@code ownLocale} among them
 * @param attributes those that the draft or its type names, by code
 * @param ofType the type's attributes by code and whether they are required; null when the draft has no type
 * @param takenSkus those of the draft's SKUs that other products have
 * @param knownPictures those of the draft's uploaded pictures that the marketplace has, by key
 * @param slugTaken whether another product has the draft's slug
 */
record Vocabulary(
        Set<String> locales,
        String ownLocale,
        Currency currency,
        @Nullable UUID categoryId,
        @Nullable UUID brandId,
        @Nullable UUID typeId,
        Map<String, Attribute> attributes,
        @Nullable Map<String, Boolean> ofType,
        Set<String> takenSkus,
        boolean slugTaken,
        Set<String> knownPictures) {

    /** An attribute, the unit of a number and the codes of a choice. */
    record Attribute(UUID id, String kind, @Nullable String unit, Set<String> choices) {}
}
