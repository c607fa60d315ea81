package dev.galleria.tenancy;

import dev.galleria.platform.Exchange;
import dev.galleria.platform.pages.PageDraft;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.Locale;

/** One request as the shop sees it: the language it is answered in and the address it asked for. */
@RequestScoped
public class Visit {
    @Inject
    PageDraft draft;

    private Locale locale = Locale.ENGLISH;
    private String path = "/";
    private String visitor = "";
    private boolean known;
    private Exchange exchange = Exchange.none(Currency.getInstance("XXX"));

    /** The currency that prices are shown in. */
    public Currency currency() {
        return exchange.to();
    }

    /** From the marketplace's own currency to the shopper's. */
    public Exchange exchange() {
        return exchange;
    }

    /** The language of the answer. */
    public Locale locale() {
        return locale;
    }

    /** The path that was asked for, without the language prefix, never re-encoded. */
    public String path() {
        return path;
    }

    /** An unguessable name for this browser; empty for requests that carry no cookie and get none. */
    public String visitor() {
        if (draft.shared()) {
            draft.personal();
        }
        return visitor;
    }

    /** Whether the browser has been here before: one that just got its name has left nothing here yet. */
    public boolean known() {
        return known;
    }

    /** Set once, by the filters, before anything else runs. */
    public void pays(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Set once, by the filters, before anything else runs. */
    public void begin(Locale locale, String path, String visitor, boolean known) {
        this.locale = locale;
        this.path = path;
        this.visitor = visitor;
        this.known = known;
    }
}
