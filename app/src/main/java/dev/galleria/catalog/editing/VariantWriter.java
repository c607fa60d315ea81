package dev.galleria.catalog.editing;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.VariantId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings a product's variants and offers to what a draft says, in a few batches whatever their number. */
@ApplicationScoped
class VariantWriter {
    @PersistenceContext(unitName = "galleria")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Sellers sellers;

    @Inject
    Clock clock;

    /** For each variant of the draft the one that it continues (null for a new one), those that end, and what is wrong. */
    record Matched(List<@Nullable StoredVariant> kept, Collection<StoredVariant> ended, List<Fault> faults) {
        static Matched nothing() {
            return new Matched(List.of(), List.of(), List.of());
        }
    }

    void lockOffers(ProductId product) {
        database.call(sql -> sql.createQuery(
                        """
                        SELECT o.id FROM offer o JOIN variant v ON v.id = o.variant_id
                         WHERE v.product_id = :product ORDER BY o.id FOR UPDATE OF o""")
                .bind("product", product.value())
                .mapTo(UUID.class)
                .list());
    }

    /** By id, then by SKU, then by choices; changes nothing. */
    Matched match(ProductId product, ProductDraft draft) {
        var faults = new Faults();
        var open = new HashMap<UUID, StoredVariant>();
        existing(product).forEach(variant -> open.put(variant.id(), variant));
        var kept = new ArrayList<@Nullable StoredVariant>();
        for (int i = 0; i < draft.variants().size(); i++) {
            var id = draft.variants().get(i).id();
            kept.add(id == null ? null : open.remove(id.value()));
            if (id != null && kept.get(i) == null) {
                faults.add("/variants/" + i + "/id", "unknown");
            }
        }
        matchBy(draft, kept, open, StoredVariant::sku, ProductDraft.Variant::sku);
        matchBy(draft, kept, open, StoredVariant::choices, ProductDraft.Variant::choices);
        unknownSellers(draft, faults);
        return new Matched(kept, open.values(), faults.found());
    }

    private static <K> void matchBy(
            ProductDraft draft,
            List<@Nullable StoredVariant> kept,
            Map<UUID, StoredVariant> open,
            Function<StoredVariant, K> known,
            Function<ProductDraft.Variant, K> wanted) {
        var byKey = open.values().stream().collect(Collectors.toMap(known, Function.identity(), (one, other) -> one));
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i) == null) {
                var found = byKey.remove(wanted.apply(draft.variants().get(i)));
                if (found != null) {
                    open.remove(found.id());
                    kept.set(i, found);
                }
            }
        }
    }

    private void unknownSellers(ProductDraft draft, Faults faults) {
        var named = new HashSet<SellerId>();
        draft.variants().forEach(variant -> offers(variant).forEach(offer -> {
            if (offer.seller() != null) {
                named.add(offer.seller());
            }
        }));
        var known = sellers.find(named).keySet();
        for (int i = 0; i < draft.variants().size(); i++) {
            var offers = offers(draft.variants().get(i));
            for (int j = 0; j < offers.size(); j++) {
                var seller = offers.get(j).seller();
                if (seller != null && !known.contains(seller)) {
                    faults.add("/variants/" + i + "/offers/" + j + "/seller", "unknown");
                }
            }
        }
    }

    private static List<ProductDraft.Offer> offers(ProductDraft.Variant variant) {
        return variant.offers() == null ? List.of() : variant.offers();
    }

    /** First what ends lets go of its SKU and choices, then the others take theirs, then the offers. */
    void write(Editor editor, ProductId product, ProductDraft draft, Matched matched) {
        matched.ended().forEach(entities::remove);
        for (int i = 0; i < matched.kept().size(); i++) {
            var known = matched.kept().get(i);
            if (known != null && !known.sku().equals(draft.variants().get(i).sku())) {
                known.park();
            }
        }
        Uniqueness.flush(entities);
        var ids = new ArrayList<VariantId>();
        for (int i = 0; i < matched.kept().size(); i++) {
            var known = matched.kept().get(i);
            var variant = known == null ? new StoredVariant(Ids.next(), product.value()) : known;
            variant.take(draft.variants().get(i), i + 1);
            if (known == null) {
                entities.persist(variant);
            }
            ids.add(new VariantId(variant.id()));
        }
        Uniqueness.flush(entities);
        writeOffers(editor, product, draft, ids);
        Uniqueness.flush(entities);
    }

    private void writeOffers(Editor editor, ProductId product, ProductDraft draft, List<VariantId> ids) {
        if (draft.variants().stream().allMatch(variant -> variant.offers() == null)) {
            return;
        }
        var known = offersOf(product).stream().collect(Collectors.groupingBy(StoredOffer::variant));
        for (int i = 0; i < ids.size(); i++) {
            var wanted = draft.variants().get(i).offers();
            if (wanted != null) {
                writeOffers(editor, ids.get(i), wanted, known.getOrDefault(ids.get(i), List.of()));
            }
        }
    }

    private void writeOffers(
            Editor editor, VariantId variant, List<ProductDraft.Offer> wanted, List<StoredOffer> known) {
        Map<SellerId, StoredOffer> bySeller =
                known.stream().collect(Collectors.toMap(StoredOffer::seller, Function.identity()));
        Set<SellerId> named = new HashSet<>();
        for (var one : wanted) {
            var seller = one.seller() == null ? editor.seller() : one.seller();
            named.add(seller);
            var offer = bySeller.get(seller);
            if (offer == null) {
                offer = new StoredOffer(Ids.next(), variant, seller);
                offer.agree(one.terms(), clock.instant());
                entities.persist(offer);
            } else {
                offer.agree(one.terms(), clock.instant());
            }
        }
        known.stream()
                .filter(offer -> editor.maySellAs(offer.seller()) && !named.contains(offer.seller()))
                .forEach(entities::remove);
    }

    private List<StoredVariant> existing(ProductId product) {
        return entities.createQuery(
                        "SELECT v FROM StoredVariant v WHERE v.productId = :product ORDER BY v.position",
                        StoredVariant.class)
                .setParameter("product", product.value())
                .getResultList();
    }

    private List<StoredOffer> offersOf(ProductId product) {
        return entities.createQuery(
                        "SELECT o FROM StoredOffer o, StoredVariant v WHERE v.id = o.variantId AND v.productId = :product",
                        StoredOffer.class)
                .setParameter("product", product.value())
                .getResultList();
    }
}
