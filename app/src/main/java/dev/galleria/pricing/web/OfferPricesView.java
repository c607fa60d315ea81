package dev.galleria.pricing.web;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import dev.galleria.pricing.lists.OfferPrices;
import dev.galleria.pricing.lists.PriceBook;
import dev.galleria.pricing.lists.UnitPrice;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an offer costs whoever looks at it, for pages. Pages that all share are drawn for visitors without a session only, whose
 * prices are everybody's.
 */
@Named("offerPrices")
@RequestScoped
public class OfferPricesView {
    private static final int MOST = 99;

    @Inject
    OfferPrices prices;

    @Inject
    CurrentAccount current;

    @Inject
    Visit visit;

    private final Map<OfferId, Shown> shown = new HashMap<>();

    /**
     * A price in words.
     *
     * @param own whether a price list decides it already for one piece
     * @param reason the list's name; empty where the general price applies
     * @param steps the table of quantities; empty when the price does not depend on them
     */
    public record Shown(String price, boolean own, String reason, List<Step> steps) {}

    /** A row of the table: "10–49" and the price of one. */
    public record Step(String quantity, String price, @Nullable String saving) {}

    /** The price of that offer in the shopper's currency; its general price is given in the marketplace's own. */
    public Shown of(OfferId offer, Money general) {
        return shown.computeIfAbsent(offer, id -> {
            var account = current.find().map(Account::id).orElse(null);
            return shown(prices.of(List.of(id), account, visit.currency()), id, general);
        });
    }

    /** "Trade prices, from 10 pieces"; empty where no list decides. */
    public String words(UnitPrice.@Nullable Reason reason) {
        if (reason == null) {
            return "";
        }
        return reason.from() == 1
                ? reason.list()
                : Texts.of(visit.locale(), "prices.reason", reason.list(), reason.from());
    }

    private Shown shown(PriceBook book, OfferId offer, Money general) {
        var steps = book.steps(offer, general, MOST);
        var first = steps.get(0).price();
        var rows = new ArrayList<Step>();
        for (int i = 0; i < steps.size() && steps.size() > 1; i++) {
            int from = steps.get(i).from();
            var to = i + 1 < steps.size() ? Integer.valueOf(steps.get(i + 1).from() - 1) : null;
            rows.add(new Step(
                    quantity(from, to),
                    MoneyText.of(steps.get(i).price().price(), visit.locale()),
                    saving(first.price(), steps.get(i).price().price())));
        }
        return new Shown(
                MoneyText.of(first.price(), visit.locale()),
                first.reason() != null,
                words(first.reason()),
                List.copyOf(rows));
    }

    private String quantity(int from, @Nullable Integer to) {
        if (to == null) {
            return Texts.of(visit.locale(), "prices.from", from);
        }
        return from == to ? Integer.toString(from) : Texts.of(visit.locale(), "prices.range", from, to);
    }

    private @Nullable String saving(Money first, Money now) {
        long percent = (first.minorUnits() - now.minorUnits()) * 100 / first.minorUnits();
        return percent <= 0 ? null : Texts.of(visit.locale(), "product.percentOff", percent);
    }
}
