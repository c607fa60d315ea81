package dev.galleria.inventory.web;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.Supply;
import dev.galleria.inventory.SupplyTerms;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    private final Map<OfferId, Supply> known = new HashMap<>();

    /** "In stock", "Only 3 left", "Sold out at the moment", or from when on it can be sent. */
    public String words(OfferId offer) {
        var supply = supply(offer);
        var terms = supply.terms();
        if (supply.free() <= 0 && supply.more() > 0 && terms != null) {
            return say("stock." + terms.mode() + ".words", day(terms.promisedOn()));
        }
        if (supply.free() <= 0) {
            return say("product.outOfStock");
        }
        return supply.free() > FEW ? say("product.inStock") : say("product.lowStock", supply.free());
    }

    /** The class that colors them. */
    public String style(OfferId offer) {
        var supply = supply(offer);
        if (supply.orderable() <= 0) {
            return "stock stock--out";
        }
        return supply.free() > FEW ? "stock" : "stock stock--low";
    }

    /** That some of so many units are still to come, and from when on they can be sent; empty if all are there. */
    public String promise(OfferId offer, int quantity) {
        var supply = supply(offer);
        var terms = supply.terms();
        return terms == null || !supply.waits(quantity)
                ? ""
                : promised(quantity - Math.max(0, supply.free()), terms.mode(), terms.promisedOn());
    }

    /** The same for units that have been sold. */
    public String promised(int units, SupplyTerms.Mode mode, @Nullable LocalDate on) {
        return on == null ? say("stock.promise.open", units) : say("stock.promise." + mode, units, day(on));
    }

    /** Whether any can be had. */
    public boolean any(OfferId offer) {
        return supply(offer).orderable() > 0;
    }

    /** How many can be asked for at once. */
    public int most(OfferId offer) {
        return Math.max(1, Math.min(supply(offer).orderable(), MOST));
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(visit.locale())
                .format(day);
    }

    private String say(String key, Object... values) {
        return Texts.of(visit.locale(), key, values);
    }

    private Supply supply(OfferId offer) {
        return known.computeIfAbsent(
                offer, one -> inventory.supply(List.of(one)).getOrDefault(one, Supply.NONE));
    }
}
