package dev.galleria.order.web;

import dev.galleria.order.CheckoutCredit;
import dev.galleria.payment.credit.CreditKind;
import dev.galleria.payment.credit.Wallet;
import dev.galleria.platform.Ids;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Gift cards and store credit on the page where one pays. */
@Named("checkoutCredit")
@RequestScoped
public class CheckoutCreditForm {
    @Inject
    CheckoutCredit credit;

    @Inject
    CheckoutFlow flow;

    @Inject
    Summaries summaries;

    @Inject
    Page page;

    /** A credit that can pay, and its button. */
    public record Row(String id, String title, String balance, String action, String use, String button) {}

    /** Does what its forms ask for, and shows the page where one pays again. */
    public void load() {
        var token = flow.current().token();
        var answer = "";
        switch (page.posted() ? page.text("action") : "show") {
            case "show" -> {}
            case "redeem" -> answer = redeem(token);
            case "leave" -> Ids.parse(page.text("credit")).ifPresent(id -> credit.leave(token, id));
            default -> credit.useStoreCredit(token, page.text("use").equals("yes"));
        }
        page.go("/checkout/payment" + answer);
    }

    private String redeem(String token) {
        return switch (credit.redeem(token, page.text("code"), page.clientAddress())) {
            case ADDED -> "";
            case UNKNOWN -> "?card=unknown";
            case TOO_MANY_TRIES -> "?card=slow";
        };
    }

    /** Why the last code was not taken; empty if nothing was wrong. */
    public String getFault() {
        return switch (page.text("card")) {
            case "unknown" -> summaries.say("checkout.credit.unknown");
            case "slow" -> summaries.say("checkout.credit.slow");
            default -> "";
        };
    }

    public List<Row> rows(String token) {
        return token.isEmpty()
                ? List.of()
                : credit.offers(token).stream().map(this::row).toList();
    }

    private Row row(Wallet.Offer offer) {
        boolean card = offer.kind() == CreditKind.GIFT_CARD;
        var button = card ? "remove" : offer.wanted() ? "keep" : "use";
        return new Row(
                offer.credit().toString(),
                summaries.say("checkout.credit." + offer.kind(), offer.label()),
                summaries.say("checkout.credit.balance", summaries.money(offer.balance())),
                card ? "leave" : "credit",
                offer.wanted() ? "no" : "yes",
                summaries.say("checkout.credit.do." + button));
    }
}
