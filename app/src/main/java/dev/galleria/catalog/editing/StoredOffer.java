package dev.galleria.catalog.editing;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.VariantId;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One seller's terms for one variant while they are edited. Whether it is in stock is inventory's word, kept beside. */
@Entity
@Table(name = "offer")
class StoredOffer {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "variant_id")
    private UUID variantId;

    @Column(name = "seller_id")
    private UUID sellerId;

    @Column(name = "price_minor")
    private long priceMinor;

    @Column(name = "list_minor")
    @Nullable
    private Long listMinor;

    @Column(name = "sale_minor")
    @Nullable
    private Long saleMinor;

    @Column(name = "sale_from")
    @Nullable
    private Instant saleFrom;

    @Column(name = "sale_to")
    @Nullable
    private Instant saleTo;

    @Column(name = "handling_days")
    private int handlingDays;

    private boolean active;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected StoredOffer() {} // for JPA

    StoredOffer(UUID id, VariantId variant, SellerId seller) {
        this.id = id;
        variantId = variant.value();
        sellerId = seller.value();
    }

    OfferId id() {
        return new OfferId(id);
    }

    long version() {
        return version;
    }

    VariantId variant() {
        return new VariantId(variantId);
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    Instant changedAt() {
        return changedAt;
    }

    void requireVersion(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw Problem.conflict("catalog/stale", id + " is at version " + version + ", not " + expected);
        }
    }

    /** Takes the terms and tells whether they are other than before. */
    boolean agree(OfferTerms terms, Instant now) {
        if (changedAt != null && terms(terms.price().currency()).equals(terms)) {
            return false;
        }
        priceMinor = terms.price().minorUnits();
        listMinor = terms.listPrice() == null ? null : terms.listPrice().minorUnits();
        var sale = terms.sale();
        saleMinor = sale == null ? null : sale.price().minorUnits();
        saleFrom = sale == null ? null : sale.from();
        saleTo = sale == null ? null : sale.until();
        handlingDays = terms.handlingDays();
        active = terms.active();
        changedAt = now;
        return true;
    }

    OfferTerms terms(Currency currency) {
        return new OfferTerms(
                new Money(priceMinor, currency),
                listMinor == null ? null : new Money(listMinor, currency),
                saleMinor == null || saleFrom == null || saleTo == null
                        ? null
                        : new OfferTerms.Sale(new Money(saleMinor, currency), saleFrom, saleTo),
                handlingDays,
                active);
    }
}
