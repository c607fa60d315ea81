package dev.galleria.order.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.order.Orders;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One order of whoever is signed in. Somebody else's is as unknown as none. */
@Named("accountOrder")
@RequestScoped
public class AccountOrderView {
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

    private OrderPage order;

    public void load() {
        page.keepPrivate();
        var number = page.text("number");
        order = orders.ofAccount(current.require().id(), number)
                .map(pages::of)
                .orElseThrow(() -> Problem.notFound("order/unknown", number));
    }

    public OrderPage getOrder() {
        return order;
    }

    public String getTitle() {
        return summaries.say("order.title", order.number());
    }

    public String getLead() {
        return summaries.say("order.placed", order.placed());
    }
}
