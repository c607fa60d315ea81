package dev.galleria.catalog.web;

import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.media.Focus;
import dev.galleria.catalog.media.GalleryPicture;
import dev.galleria.catalog.media.PhotoKey;
import dev.galleria.catalog.media.PictureEdit;
import dev.galleria.catalog.media.PictureId;
import dev.galleria.catalog.media.Preset;
import dev.galleria.catalog.media.Size;
import dev.galleria.platform.Ids;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A picture of a product while it is edited in the back office. */
public class PictureRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String key;
    private final int number;
    private final Map<String, String> alts = new LinkedHashMap<>();
    private final boolean focused;
    private @Nullable Integer focusX;
    private @Nullable Integer focusY;
    private final boolean boxes;
    private String[] variants;
    private String known;

    /** With boxes it says whose own picture it is. */
    PictureRow(GalleryPicture picture, int number, List<String> languages, boolean boxes) {
        id = picture.id().value();
        key = picture.key();
        this.number = number;
        this.boxes = boxes;
        languages.forEach(language -> alts.put(language, picture.alts().getOrDefault(language, "")));
        var focus = picture.focus();
        focused = focus != null;
        focusX = focus == null ? null : focus.x();
        focusY = focus == null ? null : focus.y();
        variants = picture.variants().stream()
                .map(variant -> variant.value().toString())
                .toArray(String[]::new);
        known = fields();
    }

    /** Whether its fields say something else than what is stored. */
    boolean isChanged() {
        return !fields().equals(known);
    }

    /** What its fields say is stored now. */
    void kept() {
        known = fields();
    }

    private String fields() {
        var sorted = variants.clone();
        Arrays.sort(sorted);
        var texts = alts.values().stream().map(alt -> alt == null ? "" : alt).toList();
        return List.of(texts, String.valueOf(focusX), String.valueOf(focusY), List.of(sorted))
                .toString();
    }

    /** What its fields say. */
    PictureEdit edit() {
        var texts = new LinkedHashMap<String, String>();
        alts.forEach((language, alt) -> texts.put(language, alt == null ? "" : alt));
        var focus = focused && focusX != null && focusY != null ? new Focus(focusX, focusY) : null;
        var chosen = boxes
                ? Arrays.stream(variants)
                        .flatMap(variant -> Ids.parse(variant).stream())
                        .map(VariantId::new)
                        .collect(Collectors.toSet())
                : null;
        return new PictureEdit(texts, focus, null, chosen);
    }

    PictureId pictureId() {
        return new PictureId(id);
    }

    public String getId() {
        return id;
    }

    /** Counted from 1. */
    public int getNumber() {
        return number;
    }

    public boolean isFirst() {
        return number == 1;
    }

    /** Uncut, so that the focus can be pointed at. */
    public String getAddress() {
        return String.valueOf(Pictures.address(Preset.DETAIL, key));
    }

    public Size getSize() {
        return PhotoKey.read(key)
                .map(photo -> Preset.DETAIL.of(new Size(photo.width(), photo.height())))
                .orElseGet(() -> new Size(Preset.DETAIL.width(), Preset.DETAIL.width()));
    }

    public Map<String, String> getAlts() {
        return alts;
    }

    /** Whether somebody has said what it shows, in any language. */
    public boolean isDescribed() {
        return alts.values().stream().anyMatch(alt -> alt != null && !alt.isBlank());
    }

    /** Whether it has a focus: drawn pictures have none. */
    public boolean isFocused() {
        return focused;
    }

    public @Nullable Integer getFocusX() {
        return focusX;
    }

    public void setFocusX(@Nullable Integer focusX) {
        this.focusX = focusX;
    }

    public @Nullable Integer getFocusY() {
        return focusY;
    }

    public void setFocusY(@Nullable Integer focusY) {
        this.focusY = focusY;
    }

    public String[] getVariants() {
        return variants.clone();
    }

    public void setVariants(String[] variants) {
        this.variants = variants.clone();
    }
}
