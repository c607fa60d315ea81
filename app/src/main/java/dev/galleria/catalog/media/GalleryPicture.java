package dev.galleria.catalog.media;

import dev.galleria.catalog.VariantId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a product as its editor sees it.
 *
 * @param key what pages name it by
 * @param alts alternative texts by language
 * @param focus null for a drawn picture, which is never cut
 * @param variants whose own picture it is
 */
public record GalleryPicture(
        PictureId id, String key, Map<String, String> alts, @Nullable Focus focus, Set<VariantId> variants) {}
