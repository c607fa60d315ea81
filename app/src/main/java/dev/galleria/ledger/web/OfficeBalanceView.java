package dev.galleria.ledger.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.account.Role;
import dev.galleria.ledger.Bookkeeping;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the marketplace owes the seller whose people look at it. */
@Named
@RequestScoped
public class OfficeBalanceView {
    @Inject
    Bookkeeping books;

    @Inject
    CurrentAccount current;

    @Inject
    BookTexts names;

    @Inject
    OfficeTexts texts;

    @Inject
    Visit visit;

    private List<Balance> balances = List.of();
    private List<Move> moves = List.of();
    private String rate = "";

    /** One currency. */
    public record Balance(String owed, String goods, String shipping, String commission, String tax) {}

    /** A change of what is owed. */
    public record Move(String title, String when, String amount) {}

    /** The marketplace's own people have no balance: a Problem (NOT_FOUND). */
    public void load() {
        var account = current.require();
        var id = account.seller();
        if (!account.is(Role.SELLER) || id == null) {
            throw Problem.notFound("ledger/no-seller", account.id());
        }
        var seller = new SellerId(id);
        balances = books.balances(seller).stream().map(this::balance).toList();
        moves = books.moves(seller).stream()
                .map(move ->
                        new Move(texts.get("books.kind." + move.kind()), texts.minute(move.at()), money(move.amount())))
                .toList();
        rate = names.percent(books.rate(seller));
    }

    private Balance balance(Bookkeeping.SellerBalance one) {
        return new Balance(
                money(one.owed()),
                money(one.goods()),
                money(one.shipping()),
                money(one.commission()),
                money(one.tax()));
    }

    private String money(Money money) {
        return MoneyText.of(money, visit.locale());
    }

    public List<Balance> getBalances() {
        return balances;
    }

    public List<Move> getMoves() {
        return moves;
    }

    public String getRate() {
        return rate;
    }
}
