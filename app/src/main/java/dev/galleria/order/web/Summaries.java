package dev.galleria.order.web;

import dev.galleria.cart.CartView;
import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.web.StockView;
import dev.galleria.order.Deal;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import dev.galleria.pricing.QuotedLine;
import dev.galleria.pricing.Step;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what an order comes to in the language of the visit. */
@RequestScoped
class Summaries {
    /** The figures of a whole order. */
    record Figures(Money subtotal, Money discount, Money shipping, Money tax, boolean taxIncluded, Money total) {}

    @Inject
    Visit visit;

    @Inject
    Tenancy tenancy;

    @Inject
    StockView stock;

    /** Before it is known how it is sent: what is in the cart. */
    Summary of(CartView cart) {
        var lines = cart.lines()
                .map(line -> new Summary.Line(
                        line.item().imageKey(),
                        line.item().title(),
                        promised(
                                note(
                                        line.item().choices(),
                                        line.quantity(),
                                        line.item().sellerName()),
                                line.item().offer(),
                                line.quantity()),
                        money(line.total())))
                .toList();
        var rows = new ArrayList<Summary.Row>();
        rows.add(new Summary.Row(say("cart.pieces", cart.count()), money(cart.subtotal())));
        rows.add(new Summary.Row(say("cart.delivery", cart.parcels().size()), say("checkout.nextStep")));
        boolean included = tenancy.current().pricesIncludeTax();
        if (!included) {
            rows.add(new Summary.Row(say("summary.tax.added"), say("checkout.nextStep")));
        }
        var total = new Summary.Row(say("summary.subtotal"), money(cart.subtotal()));
        return new Summary(lines, rows, total, included ? say("cart.tax.included") : "", List.of());
    }

    /** What would be, or was, paid. */
    Summary of(Deal deal) {
        var quote = deal.quote();
        Map<Integer, QuotedLine> priced =
                quote.lines().stream().collect(Collectors.toMap(QuotedLine::lineNo, Function.identity()));
        var sellers = deal.parcels().stream()
                .collect(Collectors.toMap(parcel -> parcel.seller().toString(), Deal.Parcel::sellerName));
        var lines = deal.items().stream()
                .map(item -> new Summary.Line(
                        item.imageKey(),
                        item.title(),
                        promised(
                                note(
                                        item.choices(),
                                        item.quantity(),
                                        sellers.get(item.seller().toString())),
                                item.offer(),
                                item.quantity()),
                        money(priced.get(item.lineNo()).subtotal())))
                .toList();
        int pieces = deal.items().stream().mapToInt(Deal.Item::quantity).sum();
        var figures = new Figures(
                quote.subtotal(), quote.discount(), quote.shipping(), quote.tax(), quote.taxIncluded(), quote.total());
        var all = summary(lines, figures, pieces, deal.parcels().size(), steps(quote.explanation(), sellers));
        return deal.credit().isEmpty() ? all : withCredit(all, deal);
    }

    /** What credit pays, and what is left to pay. */
    private Summary withCredit(Summary all, Deal deal) {
        var rows = new ArrayList<>(all.rows());
        rows.add(all.total());
        for (var share : deal.credit()) {
            rows.add(new Summary.Row(
                    say("checkout.credit." + share.kind(), share.label()), "−" + money(share.amount())));
        }
        var due = new Summary.Row(say("checkout.credit.due"), money(deal.due()));
        return new Summary(all.lines(), rows, due, all.note(), all.steps());
    }

    /** The same from figures that were kept. */
    Summary summary(List<Summary.Line> lines, Figures figures, int pieces, int parcels, List<String> steps) {
        var rows = new ArrayList<Summary.Row>();
        rows.add(new Summary.Row(say("cart.pieces", pieces), money(figures.subtotal())));
        if (!figures.discount().isZero()) {
            rows.add(new Summary.Row(say("summary.discount"), "−" + money(figures.discount())));
        }
        rows.add(new Summary.Row(
                say("cart.delivery", parcels),
                figures.shipping().isZero() ? say("summary.free") : money(figures.shipping())));
        if (!figures.taxIncluded()) {
            rows.add(new Summary.Row(say("summary.tax.added"), money(figures.tax())));
        }
        var note = figures.taxIncluded() ? say("summary.tax.included", money(figures.tax())) : "";
        return new Summary(lines, rows, new Summary.Row(say("summary.total"), money(figures.total())), note, steps);
    }

    /** How a total was made. Sellers are named by their ids in the calculation. */
    List<String> steps(List<Step> explanation, Map<String, String> sellers) {
        return explanation.stream()
                .map(step -> say(
                        "order.step." + step.kind(),
                        subject(step, sellers),
                        step.kind() == Step.Kind.LINE ? step.factor() : percent(step.factor()),
                        money(step.of()),
                        money(step.gives())))
                .toList();
    }

    /** What is known of some goods besides their title; empty parts are left out. */
    String note(String choices, int quantity, String seller) {
        return Stream.of(choices, say("summary.quantity", quantity), seller)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** With a word about units that have still to come, while the goods are being bought. */
    private String promised(String note, OfferId offer, int quantity) {
        var promise = stock.promise(offer, quantity);
        return promise.isEmpty() ? note : note + " · " + promise;
    }

    String money(Money money) {
        return MoneyText.of(money, visit.locale());
    }

    String say(String key, Object... values) {
        return Texts.of(visit.locale(), key, values);
    }

    private String subject(Step step, Map<String, String> sellers) {
        var seller = sellers.get(step.subject());
        return seller == null ? step.subject() : say("order.step.delivery", seller);
    }

    /** Parts per million as people write percent. */
    private String percent(long ppm) {
        return com.ibm.icu.number.NumberFormatter.withLocale(visit.locale())
                .unit(com.ibm.icu.util.MeasureUnit.PERCENT)
                .precision(com.ibm.icu.number.Precision.maxFraction(4))
                .format(java.math.BigDecimal.valueOf(ppm, 4))
                .toString();
    }
}
