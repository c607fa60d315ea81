package dev.galleria.catalog.editing;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A variant while it is edited. It keeps its id through everything, because orders, stock and carts know it by it. */
@Entity
@Table(name = "variant")
class StoredVariant {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "product_id")
    private UUID productId;

    private String sku;

    @Nullable
    private String gtin;

    @Convert(converter = ChoicesColumn.class)
    private Map<String, String> choices = Map.of();

    private int position;

    @Column(name = "weight_grams")
    private int weightGrams;

    @Column(name = "image_key")
    @Nullable
    private String imageKey;

    protected StoredVariant() {} // for JPA

    StoredVariant(UUID id, UUID productId) {
        this.id = id;
        this.productId = productId;
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    String sku() {
        return sku;
    }

    Map<String, String> choices() {
        return choices;
    }

    /** Lets its SKU go, so that another variant of the product can take it in the same transaction. */
    void park() {
        sku = "~" + id;
    }

    void take(ProductDraft.Variant draft, int place) {
        sku = draft.sku();
        gtin = draft.gtin();
        if (!choices.equals(draft.choices())) {
            choices = Map.copyOf(draft.choices());
        }
        position = place;
        weightGrams = draft.weightGrams();
        imageKey = draft.imageKey();
    }
}
