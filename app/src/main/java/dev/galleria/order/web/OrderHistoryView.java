package dev.galleria.order.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.order.OrderSummary;
import dev.galleria.order.Orders;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders of whoever is signed in, newest first. */
@Named("orderHistory")
@RequestScoped
public class OrderHistoryView {
    private static final int SIZE = 10;

    /** An order in the list. */
    public record Row(
            String title,
            String address,
            String note,
            String status,
            String tone,
            @Nullable String imageKey,
            String total) {}

    @Inject
    Orders orders;

    @Inject
    OrderPages pages;

    @Inject
    Summaries summaries;

    @Inject
    CurrentAccount current;

    @Inject
    Page page;

    private List<Row> rows = List.of();
    private int number;
    private int last;

    public void load() {
        page.keepPrivate();
        number = page.text("page").matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page.text("page")) : 1;
        var found = orders.history(current.require().id(), number - 1, SIZE);
        last = Math.max(1, (found.total() + SIZE - 1) / SIZE);
        if (number > last) {
            throw Problem.notFound("order/no-such-page", number);
        }
        rows = found.items().stream().map(this::row).toList();
    }

    private Row row(OrderSummary order) {
        return new Row(
                summaries.say("order.title", order.number()),
                page.getBase() + "/account/orders/" + OrderPages.plain(order.number()),
                summaries.say("order.row", pages.day(order.placedAt()), order.title(), order.pieces()),
                pages.status(order.state()),
                OrderPages.tone(order.state()),
                order.imageKey(),
                summaries.money(order.total()));
    }

    public List<Row> getRows() {
        return rows;
    }

    /** The address of the newer orders; empty on the first page. */
    public String getNewer() {
        return number > 1 ? at(number - 1) : "";
    }

    /** The address of the older orders; empty on the last page. */
    public String getOlder() {
        return number < last ? at(number + 1) : "";
    }

    public boolean isPaged() {
        return last > 1;
    }

    public String getPlace() {
        return summaries.say("orders.page", number, last);
    }

    private String at(int wanted) {
        return page.getBase() + "/account/orders?page=" + wanted;
    }
}
