package dev.galleria.order.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import dev.galleria.inventory.Backorders;
import dev.galleria.inventory.Waiting;
import dev.galleria.inventory.web.StockView;
import dev.galleria.order.OrderDetails;
import dev.galleria.order.OrderState;
import dev.galleria.order.Papers;
import dev.galleria.order.Return;
import dev.galleria.order.ReturnState;
import dev.galleria.order.Returns;
import dev.galleria.platform.Money;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes orders in the language of the visit. Days are those of UTC. */
@RequestScoped
class OrderPages {
    private static final Set<String> NAMED = Set.of("cod", "paypal", "stripe", "wallet");

    @Inject
    Summaries summaries;

    @Inject
    Papers papers;

    @Inject
    Returns returns;

    @Inject
    Backorders backorders;

    @Inject
    StockView stock;

    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    OrderPage of(OrderDetails order) {
        return new OrderPage(
                order.number(),
                day(order.placedAt()),
                status(order.state()),
                payment(order.paymentMethod()),
                refund(order),
                Recap.of(order.email(), order.address(), visit.locale()),
                parts(order),
                summary(order),
                order.token(),
                order.cancelable() ? paths.of("/orders/" + order.token() + "/cancel") : "",
                order.parts().stream().anyMatch(part -> part.open() > 0)
                        ? paths.of("/orders/" + order.token() + "/units")
                        : "",
                returns.returnable(order.id()).isEmpty() ? "" : paths.of("/orders/" + order.token() + "/return"),
                papers.of(order.id()).stream()
                        .map(paper -> new OrderPage.Link(
                                summaries.say("paper.title." + paper.kind(), paper.number()),
                                paths.of("/orders/" + order.token() + "/papers/" + paper.id())))
                        .toList(),
                returns.of(order.id()).stream().map(this::back).toList(),
                order.timeline().stream().map(event -> moment(order, event)).toList());
    }

    private OrderPage.Back back(Return back) {
        var articles = back.lines().stream()
                .map(line -> line.quantity() + " × " + line.title())
                .collect(Collectors.joining(", "));
        return new OrderPage.Back(
                summaries.say("return.title", back.number()),
                summaries.say("return.state." + back.state()),
                back.state().underWay() ? "badge--warn" : "badge--good",
                articles,
                back.answer(),
                back.state().mayBecome(ReturnState.WITHDRAWN) ? back.id().toString() : "");
    }

    private OrderPage.Moment moment(OrderDetails order, OrderDetails.Event event) {
        var text = summaries.say("office.event." + event.kind());
        var amount = event.detail().get("amount");
        var seller = order.parts().stream()
                .filter(part -> part.seller().equals(event.seller()))
                .map(OrderDetails.Part::sellerName)
                .findFirst()
                .orElse("");
        var words = Stream.of(text, amount == null ? "" : summaries.money(money(amount)), seller)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" · "));
        return new OrderPage.Moment(words, day(event.at()), event.at().toString());
    }

    /** The number without its sign, as it stands in addresses. */
    static String plain(String number) {
        return number.startsWith("#") ? number.substring(1) : number;
    }

    String day(Instant at) {
        var format = DateFormat.getDateInstance(DateFormat.LONG, visit.locale());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(at));
    }

    String status(OrderState state) {
        return summaries.say("order.state." + state);
    }

    /** The look of a state's badge. */
    static String tone(OrderState state) {
        return switch (state) {
            case CONFIRMED -> "badge--warn";
            case SHIPPED, DELIVERED -> "badge--good";
            case CANCELED -> "badge--bad";
        };
    }

    /** Whatever is not known by name was a card, also in orders brought from elsewhere. */
    private String payment(String method) {
        return summaries.say("payment." + (NAMED.contains(method) ? method : "stripe"));
    }

    private String refund(OrderDetails order) {
        return order.timeline().stream()
                .filter(event -> event.kind() == OrderDetails.Kind.REFUNDED)
                .map(event -> event.detail().get("amount"))
                .map(OrderPages::money)
                .reduce(Money::plus)
                .map(money -> summaries.say("order.refund", summaries.money(money)))
                .orElse("");
    }

    /** As the event has it: "12.50 EUR". */
    private static Money money(String text) {
        int space = text.indexOf(' ');
        return Money.of(text.substring(0, space), text.substring(space + 1));
    }

    private List<OrderPage.Part> parts(OrderDetails order) {
        var waiting = backorders.waiting(order.id().value());
        return order.parts().stream().map(part -> part(order, part, waiting)).toList();
    }

    private OrderPage.Part part(OrderDetails order, OrderDetails.Part part, List<Waiting> waiting) {
        return new OrderPage.Part(
                part.sellerName(),
                status(part.state()),
                tone(part.state()),
                part.shippingLabel(),
                part.lines().stream()
                        .map(line -> new OrderPage.Line(line.slug(), goods(line, part.sellerName(), waiting)))
                        .toList(),
                stages(order, part),
                part.shipments().stream().map(one -> shipment(part, one)).toList());
    }

    private OrderPage.Shipment shipment(OrderDetails.Part part, OrderDetails.Shipment shipment) {
        var address = shipment.trackingUrl();
        var delivered = shipment.deliveredAt();
        var articles = shipment.units().stream()
                .flatMap(one -> part.lines().stream()
                        .filter(line -> line.lineNo() == one.lineNo())
                        .map(line -> one.quantity() + " × " + line.title()))
                .collect(Collectors.joining(", "));
        var title = shipment.replacement() ? "order.parcel.replacement" : "order.parcel";
        return new OrderPage.Shipment(
                summaries.say(title, shipment.parcelNo(), articles),
                shipment.carrier(),
                shipment.trackingNumber(),
                address == null ? "" : address,
                delivered == null
                        ? summaries.say("order.parcel.sent", day(shipment.shippedAt()))
                        : summaries.say("order.parcel.arrived", day(delivered)));
    }

    private Summary.Line goods(OrderDetails.Line line, String seller, List<Waiting> waiting) {
        var promises = waiting.stream()
                .filter(one -> one.lineNo() == line.lineNo())
                .map(one -> stock.promised(one.units(), one.mode(), one.promisedOn()));
        return new Summary.Line(
                line.imageKey(),
                line.title(),
                Stream.concat(Stream.of(fate(line, summaries.note(line.choices(), line.quantity(), seller))), promises)
                        .collect(Collectors.joining(" · ")),
                summaries.money(line.unitPrice().times(line.quantity())));
    }

    /** With what has become of its units, where that is worth a word. */
    private String fate(OrderDetails.Line line, String note) {
        var words = new ArrayList<String>(List.of(note));
        if (line.canceled() > 0) {
            words.add(summaries.say("order.units.canceled", line.canceled()));
        }
        if (line.shipped() > 0 && line.open() > 0) {
            words.add(summaries.say("order.units.shipped", line.shipped()));
        }
        if (line.returned() > 0) {
            words.add(summaries.say("order.units.returned", line.returned()));
        }
        return String.join(" · ", words);
    }

    private List<OrderPage.Stage> stages(OrderDetails order, OrderDetails.Part part) {
        var stages = new ArrayList<OrderPage.Stage>();
        stages.add(stage("placed", order.placedAt(), true, false));
        if (part.state() == OrderState.CANCELED) {
            stages.add(stage("canceled", at(order, part, OrderDetails.Kind.CANCELED), false, true));
            return stages;
        }
        boolean left = part.state() != OrderState.CONFIRMED;
        boolean arrived = part.state() == OrderState.DELIVERED;
        stages.add(stage("packing", null, left, !left));
        stages.add(stage("shipped", at(order, part, OrderDetails.Kind.SHIPPED), arrived, left && !arrived));
        stages.add(stage("delivered", at(order, part, OrderDetails.Kind.DELIVERED), arrived, false));
        return stages;
    }

    private OrderPage.Stage stage(String key, @Nullable Instant at, boolean done, boolean current) {
        return new OrderPage.Stage(
                summaries.say("order.stage." + key),
                at == null ? "" : day(at),
                at == null ? "" : at.toString(),
                done,
                current);
    }

    private static @Nullable Instant at(OrderDetails order, OrderDetails.Part part, OrderDetails.Kind kind) {
        return order.timeline().stream()
                .filter(event -> event.kind() == kind)
                .filter(event -> event.seller() == null || part.seller().equals(event.seller()))
                .map(OrderDetails.Event::at)
                .findFirst()
                .orElse(null);
    }

    private Summary summary(OrderDetails order) {
        var totals = order.totals();
        var sellers = order.parts().stream()
                .collect(Collectors.toMap(part -> part.seller().toString(), OrderDetails.Part::sellerName));
        Function<OrderDetails.Part, Stream<OrderDetails.Line>> lines = part -> part.lines().stream();
        int pieces = order.parts().stream()
                .flatMap(lines)
                .mapToInt(OrderDetails.Line::quantity)
                .sum();
        var figures = new Summaries.Figures(
                totals.subtotal(),
                totals.discount(),
                totals.shipping(),
                totals.tax(),
                totals.taxIncluded(),
                totals.total());
        var steps = summaries.steps(order.explanation(), sellers);
        return summaries.summary(List.of(), figures, pieces, order.parts().size(), steps);
    }
}
