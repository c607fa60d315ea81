package dev.galleria.catalog.web;

import dev.galleria.catalog.media.Format;
import dev.galleria.catalog.media.PhotoKey;
import dev.galleria.catalog.media.Preset;
import dev.galleria.catalog.media.Size;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of pictures by their key, in the sizes that are made of every picture. */
public final class Pictures {
    private Pictures() {}

    /** The picture's address in that size, as JPEG, which every browser shows; none for no picture. */
    public static @Nullable String address(Preset preset, @Nullable String key) {
        return key == null ? null : address(preset, key, Format.JPEG);
    }

    /** For {@code srcset}: the addresses as WebP with their widths, each size once. */
    public static @Nullable String set(@Nullable String key, Preset... presets) {
        if (key == null) {
            return null;
        }
        var widths = new ArrayList<Integer>();
        var shown = new ArrayList<Preset>();
        for (var preset : presets) {
            int width = size(preset, key).width();
            if (!widths.contains(width)) {
                widths.add(width);
                shown.add(preset);
            }
        }
        return shown.stream()
                .map(preset -> address(preset, key, Format.WEBP) + " "
                        + size(preset, key).width() + "w")
                .collect(Collectors.joining(", "));
    }

    /** How large the picture is in that size. Drawn pictures are square. */
    public static Size size(Preset preset, String key) {
        return PhotoKey.read(key)
                .map(photo -> preset.of(new Size(photo.width(), photo.height())))
                .orElseGet(() -> new Size(preset.width(), preset.width()));
    }

    private static String address(Preset preset, String key, Format format) {
        return "/media/" + preset.code() + "/" + PictureName.ofKey(key).text() + "." + format.suffix();
    }
}
