package dev.galleria.inventory.web;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferedItem;
import dev.galleria.inventory.notices.StockRequests;
import dev.galleria.inventory.notices.StockRequests.Answer;
import dev.galleria.inventory.notices.StockRequests.Request;
import dev.galleria.inventory.notices.StockRequests.State;
import dev.galleria.platform.Ids;
import dev.galleria.platform.cluster.Limits;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asking to be told when an offer is back, and the page of the mails' links. Looking at a link changes nothing, so that a
 * mail scanner neither confirms nor ends anything.
 */
@Named("stockNotice")
@RequestScoped
public class StockNoticeView {
    private static final int ATTEMPTS = 10;
    private static final Duration PERIOD = Duration.ofHours(1);

    @Inject
    StockRequests requests;

    @Inject
    Catalog catalog;

    @Inject
    CurrentAccount current;

    @Inject
    Limits limits;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    Page page;

    private @Nullable OfferedItem item;
    private String told = "";
    private Map<String, String> faults = Map.of();

    /** Shows the form of an offer, or answers it. */
    public void ask() {
        page.keepPrivate();
        item = Ids.parse(page.text("offer"))
                .map(OfferId::new)
                .map(offer -> catalog.offered(List.of(offer), visit.locale()).get(offer))
                .orElse(null);
        if (item == null || !item.onSale()) {
            item = null;
            page.status(404);
        } else if (page.posted()) {
            answer(item.offer());
        } else {
            told = page.text("done").matches("asked|waiting|available") ? page.text("done") : "";
        }
    }

    private void answer(OfferId offer) {
        if (!limits.take(tenancy.current().id() + ":stock-request:" + page.clientAddress(), ATTEMPTS, PERIOD)) {
            page.status(429);
            told = "tooMany";
            return;
        }
        var own = current.find().map(Account::email).orElse(null);
        var answer = requests.ask(offer, page.text("email"), own, visit.locale());
        if (answer == Answer.INVALID) {
            page.status(422);
            faults = Map.of("email", "account.fault.email");
        } else {
            page.go("/stock-notice?offer=" + offer + "&done=" + answer.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Shows what a mail's link is about, or does it. */
    public void follow() {
        page.keepPrivate();
        page.response().setHeader("Referrer-Policy", "same-origin");
        var request = request();
        if (request.isEmpty()) {
            page.status(410);
            return;
        }
        item = catalog.offered(List.of(request.get().offer()), visit.locale())
                .get(request.get().offer());
        if (page.posted()) {
            if (page.text("do").equals("confirm")) {
                requests.confirm(page.text("token"));
            } else {
                requests.end(page.text("token"));
            }
            page.go("/stock-notice/" + page.text("token"));
        }
    }

    private Optional<Request> request() {
        return requests.byToken(page.text("token"));
    }

    /** How far the link's wish has come; null where there is none. */
    public @Nullable State getState() {
        return request().map(Request::state).orElse(null);
    }

    public String getToken() {
        return page.text("token");
    }

    /** What it is about; null if it is no longer sold. */
    public @Nullable OfferedItem getItem() {
        return item;
    }

    /** What has become of the wish: asked, waiting, available, tooMany; empty while the form is shown. */
    public String getTold() {
        return told;
    }

    public Map<String, String> getForm() {
        var sent = page.text("email");
        return Map.of(
                "email", sent.isEmpty() ? current.find().map(Account::email).orElse("") : sent);
    }

    public Map<String, String> getFaults() {
        return faults;
    }
}
