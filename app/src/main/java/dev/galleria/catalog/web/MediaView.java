package dev.galleria.catalog.web;

import dev.galleria.catalog.media.Preset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Addresses of pictures for pages: {@code #{media.card(product.imageKey())}}. No key, no address: an empty text. */
@Named("media")
@ApplicationScoped
public class MediaView {
    /** 160 pixels square, for lines of a cart or a list. */
    public String thumb(@Nullable String key) {
        return url(Preset.THUMB, key);
    }

    /** 400 pixels square, for cards of a listing. */
    public String card(@Nullable String key) {
        return url(Preset.CARD, key);
    }

    /** Up to 800 pixels, uncut, for a product's page. */
    public String detail(@Nullable String key) {
        return url(Preset.DETAIL, key);
    }

    /** Up to 1200 pixels, uncut, to look closely. */
    public String zoom(@Nullable String key) {
        return url(Preset.ZOOM, key);
    }

    private static String url(Preset preset, @Nullable String key) {
        return Objects.requireNonNullElse(Pictures.address(preset, key), "");
    }
}
