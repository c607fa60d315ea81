package dev.galleria.order.web;

import dev.galleria.order.CheckoutStep;
import dev.galleria.order.CheckoutView;
import dev.galleria.order.Checkouts;
import dev.galleria.order.Deal;
import dev.galleria.order.Outcome;
import dev.galleria.order.PayRequest;
import dev.galleria.order.PayResult;
import dev.galleria.order.ReviewResult;
import dev.galleria.payment.Payments;
import dev.galleria.pricing.promotions.Coupons;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;

/** Third step: what it costs, and paying. While a payment is under way: going on with it, or calling it off. */
@Named("checkoutPayment")
@RequestScoped
public class CheckoutPaymentView {
    /** A way to pay. */
    public record Choice(String code, String title, String note, boolean chosen) {}

    /** How one parcel is sent. */
    public record Sent(String seller, String label, String days) {}

    @Inject
    Checkouts checkouts;

    @Inject
    Payments payments;

    @Inject
    CheckoutFlow flow;

    @Inject
    Summaries summaries;

    @Inject
    Visit visit;

    @Inject
    Page page;

    private boolean paying;
    private String token = "";
    private String seal = "";
    private String problem = "";
    private String notice = "";
    private String couponText = "";
    private String couponProblem = "";
    private Deal deal;
    private Summary summary;
    private Recap recap;

    /** Shows what would be paid, or pays. */
    public void load() {
        var named = page.text("checkout");
        if (page.posted() && !named.isEmpty()) {
            page.keepPrivate();
            token = named;
            act();
            return;
        }
        var checkout = flow.current();
        token = checkout.token();
        if (page.posted()) {
            act();
        } else if (checkout.state() == CheckoutView.State.PAYING) {
            underWay(checkout);
        } else {
            review(checkout);
        }
    }

    private void act() {
        switch (page.text("action")) {
            case "resume" -> answer(checkouts.resume(token, flow.pages(token)));
            case "callOff" -> callOff();
            case "coupon" -> coupon();
            case "withoutCoupon" -> {
                checkouts.withoutCoupon(token);
                page.go("/checkout/payment");
            }
            default -> pay();
        }
    }

    private void pay() {
        var request = new PayRequest(
                page.text("gateway"), page.text("seal"), page.text("once"), page.clientAddress(), flow.pages(token));
        answer(checkouts.pay(token, request));
    }

    private void coupon() {
        couponText = page.text("code");
        var entered = checkouts.coupon(token, couponText, page.clientAddress());
        if (entered == Coupons.Entered.ACCEPTED) {
            page.go("/checkout/payment");
            return;
        }
        page.status(entered == Coupons.Entered.TOO_MANY ? 429 : 200);
        couponProblem = summaries.say("coupon." + entered);
        review(checkouts.view(token));
    }

    private void callOff() {
        var outcome = checkouts.callOff(token);
        if (outcome instanceof Outcome.Waiting) {
            page.go("/checkout/return?checkout=" + token);
        } else {
            flow.go(checkouts.view(token));
        }
    }

    private void answer(PayResult result) {
        if (result instanceof PayResult.Redirect redirect) {
            page.goTo(redirect.url());
        } else if (result instanceof PayResult.Placed placed) {
            page.go("/orders/" + placed.order().token());
        } else if (result instanceof PayResult.PriceChanged changed) {
            page.status(409);
            var lost = changed.lostCoupon();
            problem =
                    lost == null ? summaries.say("checkout.priceChanged") : summaries.say("checkout.couponLost", lost);
            show(changed.deal(), changed.seal());
        } else if (result instanceof PayResult.OutOfStock) {
            page.go("/cart?notice=checkout");
        } else if (result instanceof PayResult.Incomplete incomplete) {
            flow.go(incomplete.checkout());
        } else if (result instanceof PayResult.Moved moved) {
            flow.go(moved.checkout());
        } else {
            busy(result);
        }
    }

    private void busy(PayResult result) {
        page.status(503);
        if (result instanceof PayResult.TooMany many) {
            page.status(429);
            page.response().setIntHeader("Retry-After", many.retryAfterSeconds());
            problem = summaries.say("checkout.tooMany");
        } else if (result instanceof PayResult.Unavailable unavailable) {
            page.response().setIntHeader("Retry-After", unavailable.retryAfterSeconds());
            problem = summaries.say("checkout.unavailable");
        }
        var checkout = checkouts.view(token);
        if (checkout.state() == CheckoutView.State.PAYING) {
            underWay(checkout);
        } else {
            review(checkout);
        }
    }

    private void review(CheckoutView checkout) {
        if (checkout.state() == CheckoutView.State.OPEN
                && checkout.step() == CheckoutStep.PAYMENT
                && checkouts.review(token) instanceof ReviewResult.Ready ready) {
            var why = checkout.notice();
            notice = why == null ? "" : summaries.say("checkout.notice." + why);
            show(ready.deal(), ready.seal());
        } else {
            flow.go(checkout);
        }
    }

    private void underWay(CheckoutView checkout) {
        paying = true;
        var agreed = checkout.deal();
        if (agreed != null) {
            show(agreed, "");
        }
    }

    private void show(Deal shown, String shownSeal) {
        deal = shown;
        seal = shownSeal;
        summary = summaries.of(shown);
        recap = Recap.of(shown.email(), shown.address(), visit.locale());
    }

    /** The ways to pay that the shop offers, paying now before paying later. */
    public List<Choice> getChoices() {
        var gateways = payments
                .gateways(deal.address().country(), deal.quote().total().currency())
                .stream()
                .filter(deal::isPayableBy)
                .sorted(Comparator.comparingInt(CheckoutPaymentView::rank))
                .toList();
        var wanted = gateways.contains(page.text("gateway"))
                ? page.text("gateway")
                : gateways.stream().findFirst().orElse("");
        return gateways.stream()
                .map(code -> new Choice(
                        code,
                        summaries.say("payment." + code),
                        summaries.say("payment." + code + ".note"),
                        code.equals(wanted)))
                .toList();
    }

    private static int rank(String gateway) {
        return gateway.equals("cod") ? 2 : gateway.equals("stripe") ? 0 : 1;
    }

    public List<Sent> getSent() {
        return deal.parcels().stream()
                .map(parcel -> new Sent(
                        parcel.sellerName(),
                        parcel.methodLabel(),
                        summaries.say("checkout.days", parcel.minDays(), parcel.maxDays())))
                .toList();
    }

    public String getPay() {
        var due = deal.due();
        return summaries.say(
                "checkout.pay", summaries.money(due.isZero() ? deal.quote().total() : due));
    }

    /** The code that was given; empty if none was. */
    public String getCoupon() {
        return checkouts.couponCode(token).orElse("");
    }

    /** What was typed and did not count; empty otherwise. */
    public String getCouponText() {
        return couponText;
    }

    /** Why a code does not count; empty if it does or none was given. */
    public String getCouponProblem() {
        if (!couponProblem.isEmpty() || getCoupon().isEmpty()) {
            return couponProblem;
        }
        boolean counts = deal.quote().deductions().stream().anyMatch(one -> one.coupon() != null);
        if (counts) {
            return "";
        }
        var standing = checkouts.couponStanding(token);
        return summaries.say("coupon." + (standing == Coupons.Entered.ACCEPTED ? "NOT_MET" : standing));
    }

    public boolean isPaying() {
        return paying;
    }

    public String getToken() {
        return token;
    }

    /** Proves to the boundary what the shopper has seen. */
    public String getSeal() {
        return seal;
    }

    /** What went wrong just now; empty if nothing did. */
    public String getProblem() {
        return problem;
    }

    /** Why the checkout is open again; empty if it has not been closed. */
    public String getNotice() {
        return notice;
    }

    public Summary getSummary() {
        return summary;
    }

    public Recap getRecap() {
        return recap;
    }
}
