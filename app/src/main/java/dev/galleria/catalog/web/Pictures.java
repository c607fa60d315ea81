package dev.galleria.catalog.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of pictures by their key, in the sizes that are made of every picture. */
public final class Pictures {
    /** A size: its name in the address and its width in pixels. There are no others, so nobody can ask for thousands. */
    public enum Preset {
        THUMB(160),
        CARD(400),
        DETAIL(800),
        ZOOM(1200);

        private final int width;

        Preset(int width) {
            this.width = width;
        }

        /** In pixels. */
        public int width() {
            return width;
        }

        /** As it stands in an address. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The preset of that code. */
        public static Optional<Preset> of(String code) {
            return Arrays.stream(values())
                    .filter(preset -> preset.code().equals(code))
                    .findFirst();
        }
    }

    private Pictures() {}

    /** The picture's address in that size; none for no picture. */
    public static @Nullable String address(Preset preset, @Nullable String key) {
        return key == null
                ? null
                : "/media/" + preset.code() + "/" + PictureName.ofKey(key).text() + ".webp";
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
