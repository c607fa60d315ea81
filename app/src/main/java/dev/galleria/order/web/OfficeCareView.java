package dev.galleria.order.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.order.OrderDetails;
import dev.galleria.order.OrderId;
import dev.galleria.order.Orders;
import dev.galleria.order.Papers;
import dev.galleria.order.PartId;
import dev.galleria.order.Refund;
import dev.galleria.order.RefundWish;
import dev.galleria.order.Refunds;
import dev.galleria.order.SellerOrders;
import dev.galleria.order.ShipmentId;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.web.OfficeTexts;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What sellers do with their part of an order after it was placed, and the marketplace's people with all of it. */
@Named("officeCare")
@RequestScoped
public class OfficeCareView {
    /** An article and what can be done with its units. */
    public record Row(OrderDetails.Line line, String field, String sent, String canceled, String returned) {}

    /** A parcel and where its slip is. */
    public record Sent(String id, String title, String slip, boolean arrived) {}

    /** Money that went back. */
    public record Given(String id, Money amount, String text, String state, boolean failed) {}

    @Inject
    Office office;

    @Inject
    Orders orders;

    @Inject
    SellerOrders parts;

    @Inject
    Refunds refunds;

    @Inject
    Papers papers;

    @Inject
    CurrentAccount current;

    @Inject
    OfficeTexts texts;

    @Inject
    Page page;

    private UUID id;
    private Optional<SellerId> seller = Optional.empty();
    private OrderDetails order;
    private List<OrderDetails.Part> shown = List.of();
    private String fault = "";

    /** Shows, or does what a form asks for. Another seller's part is as unknown as none. */
    public void load() {
        page.keepPrivate();
        seller = office.sellerId();
        id = Ids.parse(page.text("id")).orElseThrow(() -> Problem.notFound("order/unknown-part", "not an id"));
        find();
        if (page.posted()) {
            try {
                act();
                page.go("/backoffice/orders/" + id + "/care?done=1");
            } catch (Problem e) {
                if (e.kind() == Problem.Kind.NOT_FOUND || e.kind() == Problem.Kind.FORBIDDEN) {
                    throw e;
                }
                page.status(e.kind().status());
                fault = texts.of(e);
                find();
            }
        }
    }

    private void find() {
        if (seller.isPresent()) {
            var part = parts.part(seller.get(), new PartId(id)).part();
            order = orders.byNumber(parts.part(seller.get(), new PartId(id)).number())
                    .orElseThrow();
            shown = List.of(part);
        } else {
            order = orders.find(new OrderId(id)).orElseThrow(() -> Problem.notFound("order/unknown", id));
            shown = order.parts();
        }
    }

    private void act() {
        switch (page.text("do")) {
            case "ship" ->
                parts.ship(mine(), new PartId(id), page.text("carrier"), page.text("tracking"), units(), actor());
            case "arrived" -> parts.deliver(mine(), new PartId(id), new ShipmentId(uuid("parcel")), actor());
            case "cancel" -> cancel();
            case "refund" -> refund();
            case "again" -> again();
            default -> throw Problem.invalid("order/unknown-step", "form");
        }
    }

    private void cancel() {
        if (seller.isPresent()) {
            parts.cancel(seller.get(), new PartId(id), units(), once(), actor());
        } else {
            orders.cancel(order.id(), units(), once(), actor());
        }
    }

    private void refund() {
        boolean shipping = page.checked("shipping");
        var wish =
                switch (page.text("how")) {
                    case "whole" -> new RefundWish.Whole(shipping);
                    case "amount" -> new RefundWish.Amount(amount(), shipping);
                    default -> new RefundWish.Units(units(), shipping);
                };
        var reason = page.text("reason").isEmpty() ? "-" : page.text("reason");
        if (seller.isPresent()) {
            refunds.refund(seller.get(), new PartId(id), wish, once(), reason, actor());
        } else {
            refunds.refund(order.id(), wish, once(), reason, actor());
        }
    }

    private void again() {
        if (seller.isPresent()) {
            throw Problem.forbidden("order/office", "a seller");
        }
        refunds.again(order.id(), uuid("refund"));
    }

    private Money amount() {
        try {
            return Money.of(
                    page.text("amount").replace(',', '.'),
                    order.totals().total().currency().getCurrencyCode());
        } catch (ArithmeticException | NumberFormatException e) {
            throw Problem.refused("order/refund-amount", page.text("amount").length() + " characters");
        }
    }

    private List<dev.galleria.inventory.LineQuantity> units() {
        return Units.of(
                page,
                shown.stream()
                        .flatMap(part -> part.lines().stream())
                        .map(OrderDetails.Line::lineNo)
                        .toList());
    }

    private SellerId mine() {
        return seller.orElseThrow(() -> Problem.forbidden("order/office", "not a seller"));
    }

    private UUID uuid(String field) {
        return Ids.parse(page.text(field)).orElseThrow(() -> Problem.notFound("order/unknown-parcel", "not an id"));
    }

    private String once() {
        var once = page.text("once");
        if (once.length() < 20 || once.length() > 100) {
            throw Problem.invalid("order/no-token", once.length());
        }
        return once;
    }

    private String actor() {
        return (seller.isPresent() ? "seller:" : "staff:") + current.require().email();
    }

    public String getId() {
        return id.toString();
    }

    public String getNumber() {
        return order.number();
    }

    public String getFault() {
        return fault;
    }

    public boolean isDone() {
        return page.checked("done") && fault.isEmpty();
    }

    public boolean isSelling() {
        return seller.isPresent();
    }

    public boolean isOpen() {
        return shown.stream().anyMatch(part -> part.open() > 0);
    }

    public List<Row> getRows() {
        return shown.stream()
                .flatMap(part -> part.lines().stream())
                .map(line -> new Row(
                        line,
                        "units." + line.lineNo(),
                        String.valueOf(line.shipped()),
                        String.valueOf(line.canceled()),
                        String.valueOf(line.returned())))
                .toList();
    }

    public List<Sent> getParcels() {
        return shown.stream()
                .flatMap(part -> part.shipments().stream())
                .map(one -> new Sent(
                        one.id().toString(),
                        one.parcelNo() + " · " + one.carrier() + " " + one.trackingNumber(),
                        page.getBase() + "/backoffice/slips/" + one.id(),
                        one.deliveredAt() != null))
                .toList();
    }

    /** What can still be given back. */
    public Money getLeft() {
        return refunds.left(order.id(), seller.isPresent() ? shown.get(0).partNo() : null);
    }

    public List<Given> getRefunds() {
        var numbers = shown.stream().map(OrderDetails.Part::partNo).toList();
        return refunds.of(order.id()).stream()
                .filter(refund -> refund.entries().stream().anyMatch(entry -> numbers.contains(entry.partNo())))
                .map(refund -> given(refund, numbers))
                .toList();
    }

    private Given given(Refund refund, List<Integer> numbers) {
        var own = refund.entries().stream()
                .filter(entry -> numbers.contains(entry.partNo()))
                .map(Refund.Entry::amount)
                .reduce(Money::plus)
                .orElse(refund.amount());
        var settlement = texts.get("refund.settlement." + refund.settlement());
        return new Given(
                refund.id().toString(),
                own,
                texts.get("refund.kind." + refund.kind()) + " · " + settlement,
                texts.get("refund.state." + refund.state()),
                refund.state() == Refund.State.FAILED && seller.isEmpty());
    }

    public List<OrderPage.Link> getPapers() {
        return papers.of(order.id()).stream()
                .filter(paper -> seller.isEmpty() || seller.get().equals(paper.seller()))
                .map(paper -> new OrderPage.Link(
                        texts.format("paper.title." + paper.kind(), paper.number()),
                        page.getBase() + "/backoffice/papers/" + paper.id()))
                .toList();
    }
}
