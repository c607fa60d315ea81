package dev.galleria.catalog.media;

import dev.galleria.catalog.VariantId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is changed of a picture; null leaves it as it is.
 *
 * @param alts alternative texts by language of the marketplace, up to 300 characters each; replaces all
 * @param focus only uploaded pictures have one
 * @param position its place among the product's pictures, from 1; behind the last is the last
 * @param variants whose own picture it is; all of this product
 */
public record PictureEdit(
        @Nullable Map<String, String> alts,
        @Nullable Focus focus,
        @Nullable Integer position,
        @Nullable Set<VariantId> variants) {}
