package dev.galleria.payment.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.payment.credit.Wallet;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One's own store credit, and what a gift card is worth. */
@Named
@RequestScoped
public class AccountCreditView {
    @Inject
    Wallet wallet;

    @Inject
    CurrentAccount current;

    @Inject
    OfficeTexts texts;

    @Inject
    Visit visit;

    @Inject
    Page page;

    private List<Balance> balances = List.of();
    private String worth = "";
    private String fault = "";

    /** What there is of one currency, and how it came about. */
    public record Balance(String money, List<Row> rows) {}

    /** A change. */
    public record Row(String title, String note, String when, String amount) {}

    /** Shows the balances, or what the card is worth whose code was sent. */
    public void load() {
        page.keepPrivate();
        balances = wallet.ofAccount(current.require().id()).stream()
                .map(one -> new Balance(
                        money(one.money()),
                        one.movements().stream().map(this::row).toList()))
                .toList();
        if (page.posted()) {
            wallet.balance(page.text("code"), page.clientAddress())
                    .ifPresentOrElse(
                            money -> worth = Texts.of(visit.locale(), "credit.worth", money(money)),
                            () -> fault = Texts.of(visit.locale(), "checkout.credit.unknown"));
        }
    }

    private Row row(Wallet.Movement move) {
        var reason = move.reason();
        return new Row(
                Texts.of(visit.locale(), "credit.kind." + move.kind()),
                reason == null ? "" : reason,
                texts.day(move.at()),
                money(move.amount()));
    }

    private String money(Money money) {
        return MoneyText.of(money, visit.locale());
    }

    public List<Balance> getBalances() {
        return balances;
    }

    public String getWorth() {
        return worth;
    }

    public String getFault() {
        return fault;
    }
}
