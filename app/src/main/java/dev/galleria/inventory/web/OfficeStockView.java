package dev.galleria.inventory.web;

import dev.galleria.catalog.OfferBook;
import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.notices.LowStockAlerts;
import dev.galleria.inventory.supply.StockReport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The back office's stock, offer by offer. */
@Named
@RequestScoped
public class OfficeStockView {

    private static final int ROWS = 25;
    private static final int MOST_LOW = 200;

    @Inject
    OfferBook book;

    @Inject
    StockReport report;

    @Inject
    LowStockAlerts alerts;

    @Inject
    OfficeGoods goods;

    private String query = "";
    private String page = "";
    private String low = "";
    private int total;
    private List<StockReport.Figures> rows = List.of();
    private Set<OfferId> alarmed = Set.of();

    /** A shopper is a Problem (FORBIDDEN). */
    public void load() {
        var seller = goods.editor().seller();
        var open = alerts.open(seller, MOST_LOW).stream()
                .map(LowStockAlerts.Alert::offer)
                .toList();
        alarmed = Set.copyOf(open);
        var found = isOnlyLow()
                ? new OfferBook.Page(open, open.size())
                : book.find(seller, query, (getPageNo() - 1) * ROWS, ROWS);
        total = found.total();
        goods.know(found.offers());
        rows = report.of(found.offers(), 28);
    }

    public List<StockReport.Figures> getRows() {
        return rows;
    }

    /** How many are low now. */
    public int getAlarms() {
        return alarmed.size();
    }

    /** What can be sold from the shelves. */
    public int free(StockReport.Figures row) {
        return row.onHand() - row.reserved();
    }

    public boolean alarm(StockReport.Figures row) {
        return alarmed.contains(row.offer());
    }

    public boolean isOnlyLow() {
        return low.equals("1");
    }

    public int getPageNo() {
        return page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }

    public int getPages() {
        return isOnlyLow() ? 1 : Math.max(1, (total + ROWS - 1) / ROWS);
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query == null ? "" : query;
    }

    public String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page == null ? "" : page;
    }

    public String getLow() {
        return low;
    }

    public void setLow(@Nullable String low) {
        this.low = low == null ? "" : low;
    }
}
