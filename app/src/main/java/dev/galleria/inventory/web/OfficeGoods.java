package dev.galleria.inventory.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.OfferBook;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferedItem;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.inventory.supply.OfferUnits;
import dev.galleria.platform.Problem;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all of stock's office pages need: who asks, what goods are called, what went wrong. */
@Named("officeGoods")
@RequestScoped
public class OfficeGoods {
    @Inject
    CurrentAccount current;

    @Inject
    Catalog catalog;

    @Inject
    OfferBook book;

    @Inject
    Sellers sellers;

    @Inject
    Visit visit;

    @Inject
    OfficeTexts texts;

    private final Map<OfferId, OfferedItem> known = new HashMap<>();

    Editor editor() {
        return Editor.of(current.require());
    }

    /** Reads what these offers are, all at once. */
    void know(Collection<OfferId> offers) {
        var missing = offers.stream()
                .filter(offer -> !known.containsKey(offer))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            known.putAll(catalog.offered(missing, visit.locale()));
        }
    }

    /** What an offer is called. */
    public String title(OfferId offer) {
        know(List.of(offer));
        var item = known.get(offer);
        return item == null ? offer.toString() : item.title();
    }

    /** How it differs from others of the product, its SKU, and who sells it where that is not plain. */
    public String note(OfferId offer) {
        know(List.of(offer));
        var item = known.get(offer);
        if (item == null) {
            return "";
        }
        var parts = new ArrayList<String>();
        if (!item.choices().isEmpty()) {
            parts.add(item.choices());
        }
        parts.add(item.sku());
        if (editor().seller() == null) {
            parts.add(item.sellerName());
        }
        return String.join(" · ", parts);
    }

    String sku(OfferId offer) {
        know(List.of(offer));
        var item = known.get(offer);
        return item == null ? "" : item.sku();
    }

    /**
     * Reads "SKU units", one a line. A line that cannot be read, an unknown SKU and one that several sellers offer are a
     * Problem (REFUSED) that names it.
     */
    List<OfferUnits> lines(String text) {
        var wanted = new LinkedHashMap<String, Integer>();
        for (var line :
                text.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            var parts = line.split("[\\s;,×x]+(?=[0-9]+$)");
            if (parts.length != 2 || !parts[1].matches("[1-9][0-9]{0,5}")) {
                throw Problem.refused("inventory/line", line);
            }
            wanted.merge(parts[0], Integer.parseInt(parts[1]), Math::addExact);
        }
        var found = book.bySku(editor().seller(), wanted.keySet());
        var lines = new ArrayList<OfferUnits>();
        wanted.forEach((sku, units) -> {
            var offers = found.getOrDefault(sku, ofNamedSeller(sku));
            if (offers.size() != 1) {
                throw Problem.refused(offers.isEmpty() ? "inventory/sku" : "inventory/sku-of-several", sku);
            }
            lines.add(new OfferUnits(offers.get(0), units));
        });
        return lines;
    }

    /** The offer written as {@code sku@seller}, for goods that several sell; none if it is not, or of somebody else. */
    private List<OfferId> ofNamedSeller(String text) {
        int at = text.lastIndexOf('@');
        var seller = at < 1 ? null : sellers.findBySlug(text.substring(at + 1)).orElse(null);
        if (seller == null || !editor().maySellAs(seller.id())) {
            return List.of();
        }
        var sku = text.substring(0, at);
        return book.bySku(seller.id(), List.of(sku)).getOrDefault(sku, List.of());
    }

    /** A day as a form sends it; null for none. A text that is no day is a Problem (REFUSED). */
    @Nullable
    LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Problem.refused("inventory/day", text);
        }
    }

    /** A day as people write it; empty for none. */
    public String words(@Nullable LocalDate day) {
        return day == null ? "" : texts.day(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Does it, and tells what went wrong, or right, on the page. */
    boolean attempt(Runnable work, String done) {
        try {
            work.run();
            if (!done.isEmpty()) {
                message(FacesMessage.SEVERITY_INFO, texts.get(done));
            }
            return true;
        } catch (Problem e) {
            var subject = e.code().startsWith("inventory/sku") || e.code().equals("inventory/line")
                    ? " " + e.getMessage().replaceFirst("^[^:]*: ?", "")
                    : "";
            message(FacesMessage.SEVERITY_ERROR, texts.of(e) + subject);
            return false;
        }
    }

    private static void message(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }
}
