package dev.galleria.payment.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.payment.Concern;
import dev.galleria.payment.PaymentDesk;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What about money needs a person, in the marketplace's back office. */
@Named
@ViewScoped
public class OfficePaymentsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    PaymentDesk desk;

    @Inject
    CurrentAccount current;

    @Inject
    OfficeTexts texts;

    @Inject
    Visit visit;

    private List<Row> rows = List.of();
    private List<Past> past = List.of();
    private List<String> compared = List.of();
    private final Map<String, String> notes = new HashMap<>();

    /** A concern as it is shown; {@code key} names it in the form. */
    public record Row(
            Concern.Kind kind,
            String id,
            String key,
            String title,
            String way,
            String amount,
            String since,
            String detail,
            String again,
            String close,
            String ask)
            implements Serializable {}

    /** A decision as it is shown. */
    public record Past(String at, String what, String note, String actor) implements Serializable {}

    public void load() {
        var who = current.require();
        rows = desk.concerns(who).stream().map(this::row).toList();
        past = desk.decisions(who).stream()
                .map(one -> new Past(
                        texts.minute(one.at()),
                        texts.get("payments.done." + one.action() + "." + one.kind()) + " · " + one.subject(),
                        one.note(),
                        one.actor()))
                .toList();
        compared = desk.comparisons(who).stream().map(this::compared).toList();
    }

    /** Tries again what this row is about. */
    public void again(Row row) {
        answer(() -> desk.again(current.require(), row.kind(), row.id()));
    }

    /** Closes it with the note that was entered for it. */
    public void close(Row row) {
        answer(() -> desk.close(current.require(), row.kind(), row.id(), notes.getOrDefault(row.key(), "")));
    }

    /** Compares with every gateway now. */
    public void compare() {
        desk.compare(current.require());
        say(FacesMessage.SEVERITY_INFO, texts.get("payments.compared"));
        load();
    }

    private interface Act {
        Optional<Concern> act();
    }

    private void answer(Act act) {
        try {
            var left = act.act();
            if (left.isEmpty()) {
                say(FacesMessage.SEVERITY_INFO, texts.get("payments.settled"));
            } else {
                say(
                        FacesMessage.SEVERITY_WARN,
                        texts.format("payments.stillOpen", left.get().detail()));
            }
        } catch (Problem refused) {
            say(FacesMessage.SEVERITY_ERROR, texts.of(refused));
        }
        load();
    }

    private static void say(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }

    private Row row(Concern one) {
        var kind = one.kind();
        var title = kind == Concern.Kind.EVENT
                ? texts.format("payments.what.EVENT", one.what())
                : texts.get("payments.what." + kind + "." + one.what());
        return new Row(
                kind,
                one.id(),
                kind + "-" + one.id(),
                title,
                texts.get("payments.way." + one.gateway()),
                amount(one),
                texts.minute(one.since()),
                one.detail().isEmpty() ? one.id() : one.detail(),
                texts.get("payments.again." + kind),
                texts.get("payments.close." + kind),
                texts.get("payments.closeAsk." + kind));
    }

    private String amount(Concern one) {
        if (one.kind() != Concern.Kind.DIFFERENCE) {
            return money(one.amount());
        }
        return texts.format("payments.ours", money(one.amount()), money(one.theirs()));
    }

    private String money(@Nullable Money money) {
        return money == null ? "–" : MoneyText.of(money, visit.locale());
    }

    private String compared(PaymentDesk.Compared one) {
        var way = texts.get("payments.way." + one.gateway());
        return one.failure() == null
                ? texts.format("payments.comparedAt", way, texts.minute(one.at()), one.captures(), one.refunds())
                : texts.format("payments.comparedNot", way, texts.minute(one.at()), one.failure());
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<Past> getPast() {
        return past;
    }

    public List<String> getCompared() {
        return compared;
    }

    /** The notes by the rows' keys. */
    public Map<String, String> getNotes() {
        return notes;
    }
}
