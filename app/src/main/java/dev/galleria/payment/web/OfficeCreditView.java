package dev.galleria.payment.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.payment.credit.CreditKind;
import dev.galleria.payment.credit.CreditOffice;
import dev.galleria.payment.credit.GiftCode;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Gift cards and store credit in the back office: issuing, giving, blocking. */
@Named
@ViewScoped
public class OfficeCreditView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    CreditOffice office;

    @Inject
    CurrentAccount current;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    OfficeTexts texts;

    private List<Row> rows = List.of();
    private List<String> codes = List.of();
    private String email = "";
    private String amount = "";
    private String reason = "";
    private String worth = "";
    private int count = 1;
    private String expires = "";
    private String batch = "";

    /** A card or an account's credit. */
    public record Row(String id, String name, String kind, String note, String balance, boolean card, boolean blocked)
            implements Serializable {}

    public void load() {
        rows = office.list(current.require()).stream().map(this::row).toList();
    }

    private Row row(CreditOffice.Listed one) {
        var expiry = one.expiresOn();
        return new Row(
                one.id().toString(),
                one.name(),
                texts.get("credit.kind." + one.kind()),
                String.join(
                        " · ",
                        java.util.stream.Stream.of(
                                        one.batch(),
                                        texts.day(one.createdAt()),
                                        expiry == null ? "" : texts.format("credit.until", expiry.toString()))
                                .filter(part -> !part.isEmpty())
                                .toList()),
                MoneyText.of(one.balance(), visit.locale()),
                one.kind() == CreditKind.GIFT_CARD,
                one.blocked());
    }

    /** Gives store credit; a negative amount takes some back. */
    public void grant() {
        attempt("grant", () -> {
            office.grant(current.require(), email, money(amount), reason);
            Faces.redirect("/backoffice/credit?saved=1");
        });
    }

    /** Issues cards and shows their codes, this once. */
    public void issue() {
        attempt("issue", () -> {
            var day = expires.isBlank() ? null : LocalDate.parse(expires.strip());
            codes = office.issue(current.require(), money(worth), count, day, batch).stream()
                    .map(GiftCode::written)
                    .toList();
            load();
        });
    }

    public void block(String id, boolean blocked) {
        Ids.parse(id).ifPresent(credit -> office.block(current.require(), credit, blocked));
        load();
    }

    private void attempt(String form, Runnable work) {
        try {
            work.run();
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            refuse(texts.get("problem.credit." + form));
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.REFUSED && e.kind() != Problem.Kind.NOT_FOUND) {
                throw e;
            }
            refuse(texts.of(e));
        }
    }

    private static void refuse(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private Money money(String typed) {
        return Money.of(typed.strip().replace(',', '.'), getCurrency());
    }

    public String getCurrency() {
        return tenancy.current().currency().getCurrencyCode();
    }

    public List<Row> getRows() {
        return rows;
    }

    /** The codes that were just issued, one a line. */
    public String getCodes() {
        return String.join("\n", codes);
    }

    public int getMost() {
        return CreditOffice.MOST_CARDS;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = text(email);
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(@Nullable String amount) {
        this.amount = text(amount);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = text(reason);
    }

    public String getWorth() {
        return worth;
    }

    public void setWorth(@Nullable String worth) {
        this.worth = text(worth);
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }

    public String getExpires() {
        return expires;
    }

    public void setExpires(@Nullable String expires) {
        this.expires = text(expires);
    }

    public String getBatch() {
        return batch;
    }

    public void setBatch(@Nullable String batch) {
        this.batch = text(batch);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
