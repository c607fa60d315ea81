package dev.galleria.order.web;

import dev.galleria.order.OrderState;
import dev.galleria.order.Orders;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;

/** The stable page of one order: confirmation first, its status later. Its address is the right to see it. */
@Named("orderStatus")
@RequestScoped
public class OrderStatusView {
    private static final Duration FRESH = Duration.ofHours(1);

    @Inject
    Orders orders;

    @Inject
    OrderPages pages;

    @Inject
    Summaries summaries;

    @Inject
    Clock clock;

    @Inject
    Page page;

    private OrderPage order;
    private String title = "";
    private String lead = "";

    /** Shows the order; an unknown address is a 404. */
    public void load() {
        page.keepPrivate();
        // The address is a key: nobody else's server is told it.
        page.response().setHeader("Referrer-Policy", "same-origin");
        var details = orders.byToken(page.text("token")).orElseThrow(() -> Problem.notFound("order/unknown", "token"));
        order = pages.of(details);
        boolean fresh = details.state() == OrderState.CONFIRMED
                && clock.instant().isBefore(details.placedAt().plus(FRESH));
        title = fresh
                ? summaries.say("order.thanks", details.address().name())
                : summaries.say("order.title", order.number());
        lead = fresh
                ? summaries.say("order.thanks.lead", order.number(), details.email())
                : summaries.say("order.placed", order.placed());
    }

    /** What the last step did; empty if there was none. */
    public String getNotice() {
        return switch (page.text("notice")) {
            case "canceled" -> summaries.say("order.notice.canceled");
            case "unitsCanceled" -> summaries.say("order.notice.unitsCanceled");
            case "returnAsked" -> summaries.say("order.notice.returnAsked");
            case "returnWithdrawn" -> summaries.say("order.notice.returnWithdrawn");
            case "tooLate" -> summaries.say("order.notice.tooLate");
            default -> "";
        };
    }

    public OrderPage getOrder() {
        return order;
    }

    public String getTitle() {
        return title;
    }

    public String getLead() {
        return lead;
    }

    /** This page's address, to come back to after opening an account. */
    public String getHere() {
        return page.getBase() + "/orders/" + order.token();
    }
}
