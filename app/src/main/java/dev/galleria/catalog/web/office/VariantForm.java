package dev.galleria.catalog.web.office;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A variant as it stands in the editor's fields, with what each seller asks for it. */
public final class VariantForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable String id;
    private final @Nullable String imageKey;
    private final Map<String, String> choices;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> offers = new LinkedHashMap<>();
    private boolean selected;
    private boolean continued;

    VariantForm(@Nullable String id, @Nullable String imageKey, Map<String, String> choices) {
        this.id = id;
        this.imageKey = imageKey;
        this.choices = new LinkedHashMap<>(choices);
    }

    /** The same one with other choices. */
    VariantForm with(Map<String, String> other) {
        var same = new VariantForm(id, imageKey, other);
        same.fields.putAll(fields);
        offers.forEach((seller, asked) -> same.offer(seller).putAll(asked));
        same.selected = selected;
        same.continued = true;
        return same;
    }

    /** Null while it is new. */
    public @Nullable String getId() {
        return id;
    }

    @Nullable
    String imageKey() {
        return imageKey;
    }

    /** Codes of values by code of option. */
    public Map<String, String> getChoices() {
        return choices;
    }

    /** {@code sku, gtin, weight}. */
    public Map<String, String> getFields() {
        return fields;
    }

    Map<String, Map<String, String>> offers() {
        return offers;
    }

    /** What that seller asks: {@code price, list, sale, from, until, handling, paused}; without a price it is no offer. */
    public Map<String, String> offer(String seller) {
        return offers.computeIfAbsent(seller, id -> new LinkedHashMap<>());
    }

    /** Whether it was never saved and has no SKU yet. */
    boolean isBlank() {
        return id == null && Typed.text(fields, "sku").isEmpty();
    }

    /** Whether it stands for one that was there before its options changed. */
    boolean isContinued() {
        return continued;
    }

    public boolean isSelected() {
        return selected;
    }

    public void setSelected(boolean selected) {
        this.selected = selected;
    }
}
