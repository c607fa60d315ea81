package dev.galleria.catalog.editing;

import dev.galleria.catalog.ProductId;
import dev.galleria.platform.OptionalIdColumn;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product's head while it is edited; its life is that of {@link ProductState}. Rating and sales are counted elsewhere. */
@Entity
@Table(name = "product")
class StoredProduct {
    @Id
    private UUID id;

    @Version
    private long version;

    private String slug;

    @Column(name = "category_id")
    private UUID categoryId;

    @Column(name = "tax_class")
    private String taxClass;

    // Written beside, with the other ids that may be missing: EclipseLink 4 writes a null of them as text.
    @Column(name = "owner_seller_id", insertable = false, updatable = false)
    @Convert(converter = OptionalIdColumn.class)
    @Nullable
    private UUID ownerSellerId;

    @Enumerated(EnumType.STRING)
    private ProductState state;

    @Column(name = "published_at")
    @Nullable
    private Instant publishedAt;

    @Column(name = "deleted_at")
    @Nullable
    private Instant deletedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected StoredProduct() {} // for JPA

    StoredProduct(UUID id, @Nullable SellerId owner, Instant now) {
        this.id = id;
        ownerSellerId = owner == null ? null : owner.value();
        state = ProductState.DRAFT;
        createdAt = now;
        changedAt = now;
    }

    ProductId id() {
        return new ProductId(id);
    }

    long version() {
        return version;
    }

    String slug() {
        return slug;
    }

    ProductState state() {
        return state;
    }

    @Nullable
    SellerId owner() {
        return ownerSellerId == null ? null : new SellerId(ownerSellerId);
    }

    void requireVersion(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw Problem.conflict("catalog/stale", id + " is at version " + version + ", not " + expected);
        }
    }

    void describe(String newSlug, Vocabulary words, String newTaxClass, Instant now) {
        slug = newSlug;
        categoryId = words.categoryId();
        taxClass = newTaxClass;
        changedAt = now;
    }

    /** Something that belongs to it has changed. */
    void altered(Instant now) {
        changedAt = now;
    }

    /** Goes on in its life; a moment of publication that is not given is kept, or is now. */
    void become(ProductState next, @Nullable Instant from, Instant now) {
        if (next == ProductState.ACTIVE) {
            publishedAt = from != null ? from : publishedAt != null ? publishedAt : now;
        } else if (from != null) {
            publishedAt = from;
        }
        if (next == ProductState.DELETED) {
            deletedAt = now;
        }
        state = next;
        changedAt = now;
    }
}
