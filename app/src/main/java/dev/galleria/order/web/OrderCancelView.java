package dev.galleria.order.web;

import dev.galleria.order.Cancellation;
import dev.galleria.order.OrderDetails;
import dev.galleria.order.Orders;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks whether an order is really to be canceled, and cancels it. The address of the order is the right to do so. */
@Named("orderCancel")
@RequestScoped
public class OrderCancelView {
    private static final String SHOPPER = "shopper";

    @Inject
    Orders orders;

    @Inject
    Summaries summaries;

    @Inject
    Page page;

    private OrderDetails order;

    public void load() {
        page.keepPrivate();
        page.response().setHeader("Referrer-Policy", "same-origin");
        order = orders.byToken(page.text("token")).orElseThrow(() -> Problem.notFound("order/unknown", "token"));
        if (page.posted()) {
            boolean canceled = orders.cancel(order.id(), SHOPPER) instanceof Cancellation.Canceled;
            page.go("/orders/" + order.token() + "?notice=" + (canceled ? "canceled" : "tooLate"));
        } else if (!order.cancelable()) {
            page.go("/orders/" + order.token());
        }
    }

    public String getTitle() {
        return summaries.say("order.cancel.title", order.number());
    }

    /** What happens to the money. */
    public String getMoney() {
        return order.paymentMethod().equals("cod")
                ? summaries.say("order.cancel.unpaid")
                : summaries.say(
                        "order.cancel.refund", summaries.money(order.totals().total()));
    }

    public String getToken() {
        return order.token();
    }
}
