package dev.galleria.inventory.web;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Inventory;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much of an offer can be had at this moment, in words: {@code #{stock.words(offer)}}. */
@Named("stock")
@RequestScoped
public class StockView {
    private static final int FEW = 5;
    private static final int MOST = 99;

    @Inject
    Inventory inventory;

    @Inject
    Visit visit;

    private final Map<OfferId, Integer> known = new HashMap<>();

    /** "In stock", "Only 3 left" or "Sold out at the moment". */
    public String words(OfferId offer) {
        int left = left(offer);
        if (left <= 0) {
            return Texts.of(visit.locale(), "product.outOfStock");
        }
        return left > FEW
                ? Texts.of(visit.locale(), "product.inStock")
                : Texts.of(visit.locale(), "product.lowStock", left);
    }

    /** The class that colors them. */
    public String style(OfferId offer) {
        int left = left(offer);
        if (left <= 0) {
            return "stock stock--out";
        }
        return left > FEW ? "stock" : "stock stock--low";
    }

    /** Whether any can be had. */
    public boolean any(OfferId offer) {
        return left(offer) > 0;
    }

    /** How many can be asked for at once. */
    public int most(OfferId offer) {
        return Math.max(1, Math.min(left(offer), MOST));
    }

    private int left(OfferId offer) {
        return known.computeIfAbsent(
                offer, one -> inventory.available(List.of(one)).getOrDefault(one, 0));
    }
}
