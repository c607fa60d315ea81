package dev.galleria.order.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.order.Received;
import dev.galleria.order.Replacement;
import dev.galleria.order.Return;
import dev.galleria.order.ReturnId;
import dev.galleria.order.ReturnState;
import dev.galleria.order.Returns;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.web.OfficeTexts;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns in the back office: a seller's own, or all for the marketplace's people. */
@Named("officeReturns")
@RequestScoped
public class OfficeReturnsView {
    private static final int SIZE = 50;

    @Inject
    Office office;

    @Inject
    Returns returns;

    @Inject
    CurrentAccount current;

    @Inject
    OfficeTexts texts;

    @Inject
    Page page;

    private @Nullable SellerId seller;
    private Return one;
    private String fault = "";

    /** The list, and for how many days goods can be sent back. */
    public void load() {
        page.keepPrivate();
        seller = office.sellerId().orElse(null);
        if (page.posted()) {
            attempt(() -> {
                var days = page.text("days");
                returns.setDays(seller, days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : -1);
                page.go("/backoffice/returns");
            });
        }
    }

    /** One return. Another seller's is as unknown as none. */
    public void find() {
        page.keepPrivate();
        seller = office.sellerId().orElse(null);
        var id = new ReturnId(
                Ids.parse(page.text("id")).orElseThrow(() -> Problem.notFound("order/unknown-return", "not an id")));
        one = returns.find(seller, id);
        if (page.posted()) {
            attempt(() -> {
                if (step(id)) {
                    page.go("/backoffice/returns/" + id);
                }
            });
        }
    }

    private boolean step(ReturnId id) {
        var answer = page.text("answer");
        switch (page.text("do")) {
            case "approve" -> returns.approve(seller, id, answer, actor());
            case "decline" -> returns.decline(seller, id, answer, actor());
            case "receive" -> returns.receive(seller, id, received(), actor());
            case "refund" -> returns.refund(seller, id, page.checked("shipping"), actor());
            case "send" -> returns.send(seller, id, page.text("carrier"), page.text("tracking"), actor());
            case "close" -> returns.close(seller, id, answer, actor());
            case "exchange" -> {
                if (returns.exchange(seller, id, actor()) instanceof Replacement.OutOfStock) {
                    page.status(409);
                    fault = texts.get("return.outOfStock");
                    return false;
                }
            }
            default -> throw Problem.invalid("order/unknown-step", "form");
        }
        return true;
    }

    private List<Received> received() {
        return one.lines().stream()
                .map(line -> new Received(
                        line.lineNo(),
                        Units.number(page.text("units." + line.lineNo())),
                        Arrays.stream(Return.Condition.values())
                                .filter(state -> state.name().equals(page.text("condition." + line.lineNo())))
                                .findFirst()
                                .orElse(Return.Condition.OPENED),
                        page.checked("restock." + line.lineNo())))
                .toList();
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (Problem e) {
            if (e.kind() == Problem.Kind.NOT_FOUND || e.kind() == Problem.Kind.FORBIDDEN) {
                throw e;
            }
            page.status(e.kind().status());
            fault = texts.of(e);
        }
    }

    private String actor() {
        return (seller == null ? "staff:" : "seller:") + current.require().email();
    }

    public List<Return> getRows() {
        return returns.list(seller, !page.text("tab").equals("all"), 0, SIZE).items();
    }

    public boolean isAll() {
        return page.text("tab").equals("all");
    }

    public int getDays() {
        return returns.days(seller);
    }

    public Return getOne() {
        return one;
    }

    public String getFault() {
        return fault;
    }

    public String state(Return of) {
        return texts.get("return.state." + of.state());
    }

    public String wish(Return of) {
        return texts.get("return.wish." + of.wish());
    }

    public String reason(Return of) {
        return texts.get("return.reason." + of.reason());
    }

    public String tone(Return of) {
        return of.state() == ReturnState.REQUESTED || of.state() == ReturnState.RECEIVED ? "warn" : "quiet";
    }

    public String day(Return of) {
        return texts.minute(of.changedAt());
    }

    public List<OrderUnitsView.Choice> getConditions() {
        return Arrays.stream(Return.Condition.values())
                .map(state -> new OrderUnitsView.Choice(state.name(), texts.get("return.condition." + state), false))
                .toList();
    }

    public String condition(Return.Line line) {
        var state = line.condition();
        return state == null ? "" : texts.get("return.condition." + state);
    }

    public boolean isAsked() {
        return one.state() == ReturnState.REQUESTED;
    }

    public boolean isAwaited() {
        return one.state() == ReturnState.APPROVED;
    }

    public boolean isThere() {
        return one.state() == ReturnState.RECEIVED;
    }

    public boolean isReplacing() {
        return one.state() == ReturnState.REPLACING;
    }
}
