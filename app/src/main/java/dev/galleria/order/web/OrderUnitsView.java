package dev.galleria.order.web;

import dev.galleria.order.OrderDetails;
import dev.galleria.order.Orders;
import dev.galleria.order.PartId;
import dev.galleria.order.Return;
import dev.galleria.order.ReturnId;
import dev.galleria.order.ReturnWish;
import dev.galleria.order.Returns;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What the holder of an order's link can do to single articles: cancel them before they are sent, send them back later. */
@Named("orderUnits")
@RequestScoped
public class OrderUnitsView {
    private static final String SHOPPER = "shopper";

    /** Articles of which some can be chosen. */
    public record Row(int lineNo, String imageKey, String title, String note, int most, String field, String chosen) {}

    /** One seller's. */
    public record Group(String id, String seller, List<Row> rows) {}

    /** A choice of a list. */
    public record Choice(String value, String label, boolean chosen) {}

    @Inject
    Orders orders;

    @Inject
    Returns returns;

    @Inject
    Summaries summaries;

    @Inject
    Page page;

    private OrderDetails order;
    private List<Group> groups = List.of();
    private String fault = "";

    /** Cancel. */
    public void cancel() {
        find();
        groups = order.parts().stream()
                .map(part -> new Group(
                        part.id().toString(),
                        part.sellerName(),
                        part.lines().stream()
                                .filter(line -> line.open() > 0)
                                .map(line -> row(line, line.open()))
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        if (page.posted()) {
            attempt(() -> {
                var lines =
                        order.lines().stream().map(OrderDetails.Line::lineNo).toList();
                orders.cancel(order.id(), Units.of(page, lines), once(), SHOPPER);
                page.go("/orders/" + order.token() + "?notice=unitsCanceled");
            });
        }
    }

    /** Send back. */
    public void back() {
        find();
        var possible = returns.returnable(order.id());
        groups = order.parts().stream()
                .map(part -> new Group(
                        part.id().toString(),
                        part.sellerName(),
                        part.lines().stream()
                                .flatMap(line -> possible.stream()
                                        .filter(one -> one.lineNo() == line.lineNo())
                                        .map(one -> row(line, one.units())))
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        if (page.posted()) {
            attempt(this::send);
        }
    }

    private void send() {
        var id = page.text("withdraw");
        if (!id.isEmpty()) {
            var back = Ids.parse(id).orElseThrow(() -> Problem.notFound("order/unknown-return", "not an id"));
            returns.withdraw(order.id(), new ReturnId(back), SHOPPER);
        } else {
            var part = Ids.parse(page.text("part")).orElseThrow(() -> Problem.notFound("order/unknown-part", "no id"));
            var own = order.parts().stream()
                    .filter(one -> one.id().value().equals(part))
                    .flatMap(one -> one.lines().stream())
                    .map(OrderDetails.Line::lineNo)
                    .toList();
            var wish = new ReturnWish(
                    new PartId(part),
                    Units.of(page, own),
                    choice(Return.Reason.values(), "reason"),
                    choice(Return.Wish.values(), "wish"),
                    page.text("comment"));
            returns.ask(order.id(), wish, once(), SHOPPER);
        }
        page.go("/orders/" + order.token() + (id.isEmpty() ? "?notice=returnAsked" : "?notice=returnWithdrawn"));
    }

    private <E extends Enum<E>> E choice(E[] values, String field) {
        return Arrays.stream(values)
                .filter(one -> one.name().equals(page.text(field)))
                .findFirst()
                .orElseThrow(() -> Problem.refused("order/no-reason", field));
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (Problem e) {
            if (e.kind() == Problem.Kind.NOT_FOUND) {
                throw e;
            }
            page.status(e.kind().status());
            fault = summaries.say("problem." + e.code().replace('/', '.'));
        }
    }

    private String once() {
        var once = page.text("once");
        if (once.length() < 20 || once.length() > 100) {
            throw Problem.invalid("order/no-token", once.length());
        }
        return once;
    }

    private void find() {
        page.keepPrivate();
        page.response().setHeader("Referrer-Policy", "same-origin");
        order = orders.byToken(page.text("token")).orElseThrow(() -> Problem.notFound("order/unknown", "token"));
    }

    private Row row(OrderDetails.Line line, int most) {
        var key = line.imageKey();
        var field = "units." + line.lineNo();
        var note = summaries.note(line.choices(), most, "");
        return new Row(
                line.lineNo(),
                key == null ? "" : key,
                line.title(),
                note,
                most,
                field,
                page.posted() ? page.text(field) : "0");
    }

    public List<Group> getGroups() {
        return groups;
    }

    public List<Choice> getReasons() {
        return choices(Return.Reason.values(), "reason");
    }

    public List<Choice> getWishes() {
        return choices(Return.Wish.values(), "wish");
    }

    private List<Choice> choices(Enum<?>[] values, String field) {
        return Arrays.stream(values)
                .map(one -> new Choice(
                        one.name(),
                        summaries.say("return." + field + "." + one.name()),
                        one.name().equals(page.text(field))))
                .toList();
    }

    public String getComment() {
        return page.text("comment");
    }

    public String getFault() {
        return fault;
    }

    public String getToken() {
        return order.token();
    }

    public String getNumber() {
        return order.number();
    }
}
