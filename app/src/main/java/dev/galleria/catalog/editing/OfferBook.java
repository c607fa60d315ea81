package dev.galleria.catalog.editing;

import dev.galleria.catalog.OfferChanged;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.VariantId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What each seller asks for which variant. An offer that is not the editor's is a Problem (NOT_FOUND), an outdated version a
 * Problem (CONFLICT, {@code catalog/stale}). Each change is told by {@link OfferChanged}.
 */
@ApplicationScoped
@Transactional
public class OfferBook {
    @PersistenceContext(unitName = "galleria")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Sellers sellers;

    @Inject
    Outbox outbox;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /**
     * Offers the variant in that seller's name, or changes the offer that there is: repeating changes nothing. A seller may
     * offer its own products' variants and those of every active product; an unknown variant is a Problem (NOT_FOUND).
     */
    public OfferEdit put(Editor editor, SellerId seller, VariantId variant, OfferTerms terms) {
        if (!editor.maySellAs(seller) || sellers.find(seller).isEmpty()) {
            throw Problem.notFound("catalog/unknown-seller", seller);
        }
        var product = sellable(editor, variant).orElseThrow(() -> Problem.notFound("catalog/unknown-variant", variant));
        var known = known(seller, variant);
        var offer = known.isEmpty() ? new StoredOffer(Ids.next(), variant, seller) : known.get(0);
        return write(offer, terms, product, known.isEmpty());
    }

    /**
     * Sets what the seller asks for each of these variants, all or nothing: none is no offer. What is wrong is told by variant;
     * empty when it is done. Repeating changes nothing.
     */
    public Map<VariantId, List<Fault>> set(Editor editor, SellerId seller, Map<VariantId, Optional<OfferTerms>> asked) {
        var faults = new LinkedHashMap<VariantId, List<Fault>>();
        asked.forEach((variant, terms) -> terms.map(this::faults)
                .filter(found -> !found.isEmpty())
                .ifPresent(found -> faults.put(variant, found)));
        if (!faults.isEmpty()) {
            return faults;
        }
        asked.forEach((variant, terms) ->
                terms.ifPresentOrElse(one -> put(editor, seller, variant, one), () -> known(seller, variant)
                        .forEach(offer -> remove(editor, offer.id(), null))));
        return faults;
    }

    private List<Fault> faults(OfferTerms terms) {
        var faults = new Faults();
        OfferCheck.check(OfferCheck.normalized(terms), "", tenancy.current().currency(), faults);
        return faults.found();
    }

    private List<StoredOffer> known(SellerId seller, VariantId variant) {
        return entities.createQuery(
                        "SELECT o FROM StoredOffer o WHERE o.variantId = :variant AND o.sellerId = :seller",
                        StoredOffer.class)
                .setParameter("variant", variant.value())
                .setParameter("seller", seller.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Changes the offer; without a version whatever is there is replaced. */
    public OfferEdit change(Editor editor, OfferId id, @Nullable Long version, OfferTerms terms) {
        var offer = lock(editor, id);
        offer.requireVersion(version);
        return write(offer, terms, productOf(offer.variant()), false);
    }

    /** Offers the variant no more. Carts that hold it say so. */
    public void remove(Editor editor, OfferId id, @Nullable Long version) {
        var offer = lock(editor, id);
        offer.requireVersion(version);
        var product = productOf(offer.variant());
        entities.remove(offer);
        entities.flush();
        tell(id, product);
    }

    /** The offer as its editor sees it. */
    public EditedOffer read(Editor editor, OfferId id) {
        return Optional.ofNullable(entities.find(StoredOffer.class, id.value()))
                .filter(offer -> editor.maySellAs(offer.seller()))
                .map(this::view)
                .orElseThrow(() -> unknown(id));
    }

    /** The editor's offers of that product's variants, in the order of the variants. */
    public List<EditedOffer> ofProduct(Editor editor, ProductId product) {
        return entities.createQuery(
                        """
                        SELECT o FROM StoredOffer o, StoredVariant v
                         WHERE v.id = o.variantId AND v.productId = :product ORDER BY v.position, o.id""",
                        StoredOffer.class)
                .setParameter("product", product.value())
                .getResultStream()
                .filter(offer -> editor.maySellAs(offer.seller()))
                .map(this::view)
                .toList();
    }

    /** That seller's offers of the product's variants, by variant; none if the editor may not sell as that seller. */
    public Map<VariantId, OfferId> idsOf(Editor editor, SellerId seller, ProductId product) {
        if (!editor.maySellAs(seller)) {
            return Map.of();
        }
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT o.id, o.variant_id FROM offer o JOIN variant v ON v.id = o.variant_id
                         WHERE v.product_id = :product AND o.seller_id = :seller""")
                .bind("product", product.value())
                .bind("seller", seller.value())
                .reduceRows(new HashMap<VariantId, OfferId>(), (found, row) -> {
                    found.put(
                            new VariantId(row.getColumn("variant_id", UUID.class)),
                            new OfferId(row.getColumn("id", UUID.class)));
                    return found;
                }));
    }

    /** A product that an editor may offer, and how many of its variants the editor offers. */
    public record Sellable(UUID id, String slug, String title, @Nullable String imageKey, int variants, int mine) {}

    /** Products that shoppers see, by title, SKU or GTIN, up to twenty. */
    public List<Sellable> sellable(Editor editor, String text) {
        var word = Faults.normal(text);
        var seller = editor.seller();
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT p.id, p.slug, coalesce(t.title, p.slug) AS title,
                               (SELECT i.key FROM product_image i WHERE i.product_id = p.id ORDER BY i.position LIMIT 1) AS image_key,
                               (SELECT count(*) FROM variant v WHERE v.product_id = p.id)::int AS variants,
                               (SELECT count(*) FROM variant v JOIN offer o ON o.variant_id = v.id
                                 WHERE v.product_id = p.id AND o.seller_id = CAST(:seller AS uuid))::int AS mine
                          FROM product p LEFT JOIN product_text t ON t.product_id = p.id AND t.locale = :locale
                         WHERE p.state = 'ACTIVE' AND p.published_at <= now()
                           AND p.owner_seller_id IS DISTINCT FROM CAST(:seller AS uuid)
                           AND p.id IN (SELECT product_id FROM product_text WHERE title ILIKE :pattern
                                        UNION ALL SELECT product_id FROM variant WHERE sku = :word OR gtin = :word)
                         ORDER BY lower(coalesce(t.title, p.slug)), p.id LIMIT 20""")
                .bind("seller", seller == null ? null : seller.value())
                .bind("locale", tenancy.current().defaultLocale().toLanguageTag())
                .bind("word", word)
                .bind(
                        "pattern",
                        '%' + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%')
                .mapTo(Sellable.class)
                .list());
    }

    private OfferEdit write(StoredOffer offer, OfferTerms raw, ProductId product, boolean fresh) {
        var terms = OfferCheck.normalized(raw);
        var faults = new Faults();
        OfferCheck.check(terms, "", tenancy.current().currency(), faults);
        if (!faults.none()) {
            return new OfferEdit.Invalid(faults.found());
        }
        if (offer.agree(terms, clock.instant())) {
            if (fresh) {
                entities.persist(offer);
            }
            Uniqueness.flush(entities);
            tell(offer.id(), product);
        }
        return new OfferEdit.Done(offer.id(), offer.version());
    }

    private StoredOffer lock(Editor editor, OfferId id) {
        var offer = entities.find(StoredOffer.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (offer == null || !editor.maySellAs(offer.seller())) {
            throw unknown(id);
        }
        return offer;
    }

    private EditedOffer view(StoredOffer offer) {
        return new EditedOffer(
                offer.id(),
                offer.version(),
                offer.variant(),
                productOf(offer.variant()),
                offer.seller(),
                offer.terms(tenancy.current().currency()),
                offer.changedAt());
    }

    /** The variant's product if this editor may have it sold. */
    private Optional<ProductId> sellable(Editor editor, VariantId variant) {
        var seller = editor.seller();
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT p.id FROM variant v JOIN product p ON p.id = v.product_id
                         WHERE v.id = :variant AND (p.state = 'ACTIVE' OR CAST(:seller AS uuid) IS NULL
                                                    OR p.owner_seller_id = CAST(:seller AS uuid))""")
                .bind("variant", variant.value())
                .bind("seller", seller == null ? null : seller.value())
                .mapTo(UUID.class)
                .findOne()
                .map(ProductId::new));
    }

    private ProductId productOf(VariantId variant) {
        return new ProductId(entities.find(StoredVariant.class, variant.value()).productId());
    }

    private void tell(OfferId offer, ProductId product) {
        outbox.publish(new OfferChanged(Ids.next(), clock.instant(), offer, product));
    }

    private static Problem unknown(OfferId id) {
        return Problem.notFound("catalog/unknown-offer", id);
    }
}
