package dev.galleria.catalog.rest;

import dev.galleria.catalog.media.Focus;
import dev.galleria.catalog.media.GalleryPicture;
import dev.galleria.catalog.media.PictureId;
import dev.galleria.catalog.media.Preset;
import dev.galleria.platform.rest.PublicId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a product as its editor reads it.
 *
 * @param key what a product's content names it by
 * @param addresses by the name of the size, as JPEG; with {@code .webp} instead of {@code .jpg} as WebP
 */
@Schema(name = "PictureBody")
public record PictureBody(
        String id,
        String key,
        Map<String, String> alts,
        @Nullable Focus focus,
        List<String> variants,
        Map<String, String> addresses) {

    /** All pictures of a product, in their order. */
    @Schema(name = "PictureList")
    public record All(List<PictureBody> pictures) {
        static All of(List<GalleryPicture> pictures) {
            return new All(pictures.stream().map(PictureBody::of).toList());
        }
    }

    static PictureBody of(GalleryPicture picture) {
        var addresses = new LinkedHashMap<String, String>();
        Arrays.stream(Preset.values())
                .forEach(preset -> addresses.put(
                        preset.code(), "/media/" + preset.code() + "/" + PictureId.file(picture.key()) + ".jpg"));
        return new PictureBody(
                picture.id().value(),
                picture.key(),
                picture.alts(),
                picture.focus(),
                picture.variants().stream().map(PublicId::of).toList(),
                addresses);
    }
}
