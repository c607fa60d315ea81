package dev.galleria.catalog.web;

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
        return url(Pictures.Preset.THUMB, key);
    }

    /** 400 pixels square, for cards of a listing. */
    public String card(@Nullable String key) {
        return url(Pictures.Preset.CARD, key);
    }

    /** 800 pixels square, for a product's page. */
    public String detail(@Nullable String key) {
        return url(Pictures.Preset.DETAIL, key);
    }

    /** 1200 pixels square, to look closely. */
    public String zoom(@Nullable String key) {
        return url(Pictures.Preset.ZOOM, key);
    }

    private static String url(Pictures.Preset preset, @Nullable String key) {
        return Objects.requireNonNullElse(Pictures.address(preset, key), "");
    }
}
