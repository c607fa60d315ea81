package dev.galleria.catalog.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of pictures by their key, in the sizes that are made of every picture. */
public final class Pictures {
    /** A size: its name in the address and its width in pixels. */
    public enum Preset {
        THUMB(160),
        CARD(480),
        DETAIL(960),
        ZOOM(1600);

        private final int width;

        Preset(int width) {
            this.width = width;
        }

        /** In pixels. */
        public int width() {
            return width;
        }

        private String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private Pictures() {}

    /** The picture's address in that size; none for no picture. */
    public static @Nullable String address(Preset preset, @Nullable String key) {
        return key == null ? null : "/media/" + preset.code() + "/" + key + ".webp";
    }

    /** For {@code srcset}: the addresses with their widths. */
    public static @Nullable String set(@Nullable String key, Preset... presets) {
        return key == null
                ? null
                : Arrays.stream(presets)
                        .map(preset -> address(preset, key) + " " + preset.width() + "w")
                        .collect(Collectors.joining(", "));
    }
}
