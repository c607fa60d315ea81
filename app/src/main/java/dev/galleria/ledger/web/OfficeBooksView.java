package dev.galleria.ledger.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.ledger.Bookkeeping;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The trial balance and the commission rates, for the marketplace's own people. */
@Named
@ViewScoped
public class OfficeBooksView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Bookkeeping books;

    @Inject
    Sellers sellers;

    @Inject
    CurrentAccount current;

    @Inject
    BookTexts names;

    @Inject
    OfficeTexts texts;

    private String seller = "";
    private String rate = "";
    private List<Balance> balances = List.of();
    private List<Row> rates = List.of();

    /** The accounts of one currency; both sides come to the same. */
    public record Balance(String currency, List<Line> lines, String debit, String credit) implements Serializable {}

    /** An account and what stands in it, on one side. */
    public record Line(String account, String debit, String credit) implements Serializable {}

    /** Whose commission is how much. */
    public record Row(String seller, String rate) implements Serializable {}

    public void load() {
        var by = current.require();
        var byCurrency = new LinkedHashMap<String, List<Bookkeeping.Line>>();
        books.trialBalance(by).forEach(line -> byCurrency
                .computeIfAbsent(line.debit().currency().getCurrencyCode(), code -> new ArrayList<>())
                .add(line));
        balances = byCurrency.entrySet().stream()
                .map(entry -> balance(entry.getKey(), entry.getValue()))
                .toList();
        rates = books.rates(by).stream()
                .map(row -> new Row(
                        row.seller().map(id -> names.seller(id.toString())).orElse(texts.get("books.rate.general")),
                        names.percent(row.basisPoints())))
                .toList();
    }

    private Balance balance(String currency, List<Bookkeeping.Line> lines) {
        var zero = Money.ofMinor(0, currency);
        return new Balance(
                currency,
                lines.stream()
                        .filter(line -> !line.debit().equals(line.credit()))
                        .map(line -> new Line(
                                names.account(line.account(), line.party()),
                                names.amount(line.debit()),
                                names.amount(line.credit())))
                        .toList(),
                names.amount(lines.stream().map(Bookkeeping.Line::debit).reduce(zero, Money::plus)),
                names.amount(lines.stream().map(Bookkeeping.Line::credit).reduce(zero, Money::plus)));
    }

    /** The rate is typed in percent, two decimals at most. */
    public void save() {
        try {
            var points = new BigDecimal(rate.strip().replace(',', '.'))
                    .movePointRight(2)
                    .intValueExact();
            books.setRate(current.require(), Ids.parse(seller).map(SellerId::new), points);
            Faces.redirect("/backoffice/books?saved=1");
        } catch (NumberFormatException | ArithmeticException e) {
            refuse();
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.REFUSED) {
                throw e;
            }
            refuse();
        }
    }

    private void refuse() {
        FacesContext.getCurrentInstance()
                .addMessage(
                        null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.get("problem.ledger.rate"), null));
    }

    public List<SelectItem> getSellers() {
        return sellers.list().stream()
                .map(one -> new SelectItem(one.id().toString(), one.name()))
                .toList();
    }

    public List<Balance> getBalances() {
        return balances;
    }

    public List<Row> getRates() {
        return rates;
    }

    public String getSeller() {
        return seller;
    }

    public void setSeller(@Nullable String seller) {
        this.seller = seller == null ? "" : seller;
    }

    public String getRate() {
        return rate;
    }

    public void setRate(@Nullable String rate) {
        this.rate = rate == null ? "" : rate;
    }
}
