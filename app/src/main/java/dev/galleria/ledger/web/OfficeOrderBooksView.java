package dev.galleria.ledger.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.ledger.Bookkeeping;
import dev.galleria.ledger.Commission;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What was posted about one order, for the marketplace's own people. */
@Named
@RequestScoped
public class OfficeOrderBooksView {
    @Inject
    Bookkeeping books;

    @Inject
    CurrentAccount current;

    @Inject
    BookTexts names;

    @Inject
    OfficeTexts texts;

    private String id = "";
    private List<Row> rows = List.of();

    /** A transaction. */
    public record Row(String title, String when, String sum, List<OfficeBooksView.Line> lines, List<String> how) {}

    public void load() {
        var order = Ids.parse(id).orElseThrow(() -> Problem.notFound("order/unknown", "not an id"));
        rows = books.ofOrder(current.require(), order).stream().map(this::row).toList();
    }

    private Row row(Bookkeeping.Posted posted) {
        return new Row(
                texts.get("books.kind." + posted.kind()),
                texts.minute(posted.at()),
                names.amount(posted.sum()),
                posted.lines().stream()
                        .map(line -> new OfficeBooksView.Line(
                                names.account(line.account(), line.party()),
                                names.amount(line.debit()),
                                names.amount(line.credit())))
                        .toList(),
                posted.explanation().stream().map(one -> how(one, posted.sum())).toList());
    }

    /** "Atelier Nord: 10 % of 40.00 are 4.00; 36.00 are the seller's". */
    private String how(Commission.Explained one, Money sum) {
        var currency = sum.currency();
        return texts.format(
                "books.commission.how",
                names.seller(one.seller()),
                names.percent(one.basisPoints()),
                money(new Money(one.goodsMinor(), currency)),
                money(new Money(one.feeMinor(), currency)),
                money(new Money(one.shareMinor(), currency)));
    }

    private String money(Money money) {
        return money.isZero() ? money.amount().toPlainString() : names.amount(money);
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
