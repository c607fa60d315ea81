package dev.galleria.pricing.promotions;

import dev.galleria.account.AccountId;
import dev.galleria.account.Groups;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.ProductMarks;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Problem;
import dev.galleria.pricing.Deduction;
import dev.galleria.pricing.ParcelShipping;
import dev.galleria.pricing.PriceLine;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The marketplace's promotions: what they take off a cart now, and their keeping. Written by the marketplace's own people only
 * (else a Problem, FORBIDDEN).
 */
@ApplicationScoped
public class Promotions {
    @Inject
    PromotionStore store;

    @Inject
    ProductMarks products;

    @Inject
    Sellers sellers;

    @Inject
    Groups groups;

    @Inject
    Tenancy tenancy;

    /** What is being bought: lines of one currency, the product of each by its number, one parcel for each seller. */
    public record Goods(
            Currency currency, List<PriceLine> lines, Map<Integer, ProductId> products, List<ParcelShipping> parcels) {}

    /** What the promotions of this moment take off that cart, with the coupon that was given for it. Changes nothing. */
    public List<Deduction> deductions(Goods goods, String cart, @Nullable AccountId account) {
        var group = Optional.ofNullable(account).flatMap(groups::of).orElse(null);
        var exchange = tenancy.current().exchange(goods.currency());
        var current = store.current(cart, group).stream()
                .map(promotion -> promotion.in(exchange))
                .toList();
        return apply(goods, current);
    }

    /** What that promotion alone would take off, whether or not it is on, for goods in the marketplace's own currency. */
    public List<Deduction> alone(UUID promotion, Goods goods) {
        return apply(goods, store.find(promotion).stream().toList());
    }

    private List<Deduction> apply(Goods goods, List<Promotion> promotions) {
        if (promotions.isEmpty()) {
            return List.of();
        }
        boolean chosen = promotions.stream().anyMatch(one -> !one.targets().isEmpty());
        return PromotionFormula.deductions(
                goods.currency(), goods.lines(), goods.parcels(), chosen ? marks(goods) : Map.of(), promotions);
    }

    private Map<Integer, Set<UUID>> marks(Goods goods) {
        var byProduct = products.of(Set.copyOf(goods.products().values()));
        var marks = new HashMap<Integer, Set<UUID>>();
        for (var line : goods.lines()) {
            var product = goods.products().get(line.lineNo());
            var ids = new HashSet<>(product == null ? Set.of() : byProduct.getOrDefault(product, Set.of()));
            ids.add(line.seller().value());
            marks.put(line.lineNo(), ids);
        }
        return marks;
    }

    /** All of them, those that are on first. */
    public List<PromotionRow> list(Editor editor) {
        requireStaff(editor);
        return store.list();
    }

    /**
     * The ids of goods written as {@code product:slug}, {@code category:…}, {@code brand:…}, {@code collection:…} or {@code
     * seller:…}, parted by commas or spaces; empty if one of them is unknown.
     */
    public Optional<Set<UUID>> targets(String text) {
        var ids = new HashSet<UUID>();
        for (var one : text.strip().split("[,\\s]+")) {
            var id = one.startsWith("seller:")
                    ? sellers.findBySlug(one.substring("seller:".length()))
                            .map(seller -> seller.id().value())
                    : products.named(one);
            if (one.isEmpty()) {
                continue;
            }
            if (id.isEmpty()) {
                return Optional.empty();
            }
            ids.add(id.get());
        }
        return Optional.of(ids);
    }

    /** The goods with these ids in the writing of {@link #targets}, parted by commas; what is gone is left out. */
    public String written(Set<UUID> targets) {
        var names = new ArrayList<>(products.names(targets));
        sellers.find(targets.stream().map(SellerId::new).toList())
                .values()
                .forEach(seller -> names.add("seller:" + seller.slug()));
        Collections.sort(names);
        return String.join(", ", names);
    }

    /** Adds one; what is wrong with it as the end of a text's key, empty when it is done. */
    @Transactional
    public Optional<String> add(Editor editor, PromotionTerms terms) {
        requireStaff(editor);
        var fault = terms.fault();
        if (fault.isEmpty()) {
            note(editor, "promotion.add", store.insert(terms), terms.toString());
        }
        return fault;
    }

    /** One of them; an unknown one is a Problem (NOT_FOUND). */
    public PromotionRow get(Editor editor, UUID promotion) {
        requireStaff(editor);
        return store.row(promotion).orElseThrow(() -> Problem.notFound("pricing/unknown-promotion", promotion));
    }

    /**
     * Changes one, from the next look at a cart on; it stays on or off, its codes stay, orders keep what they were given. What is
     * wrong with it as the end of a text's key, empty when it is done. Repeating changes nothing.
     */
    @Transactional
    public Optional<String> change(Editor editor, UUID promotion, PromotionTerms terms) {
        requireStaff(editor);
        var fault = terms.fault();
        if (fault.isEmpty()) {
            if (!store.update(promotion, terms)) {
                throw Problem.notFound("pricing/unknown-promotion", promotion);
            }
            note(editor, "promotion.change", promotion, terms.toString());
        }
        return fault;
    }

    /** Turns it on or off; orders keep what they were given. Repeating changes nothing. */
    @Transactional
    public void activate(Editor editor, UUID promotion, boolean active) {
        requireStaff(editor);
        if (!store.activate(promotion, active)) {
            throw Problem.notFound("pricing/unknown-promotion", promotion);
        }
        note(editor, "promotion.activate", promotion, Boolean.toString(active));
    }

    private void note(Editor editor, String action, UUID promotion, String terms) {
        tenancy.audit(
                "account:" + editor.account(),
                action,
                tenancy.current().id(),
                Map.of("promotion", promotion.toString(), "terms", terms));
    }

    static void requireStaff(Editor editor) {
        if (editor.seller() != null) {
            throw Problem.forbidden("pricing/not-staff", editor.account());
        }
    }
}
