package dev.galleria.inventory.web;

import dev.galleria.catalog.OfferBook;
import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Backorders;
import dev.galleria.inventory.Count;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.Movement;
import dev.galleria.inventory.StockLevel;
import dev.galleria.inventory.SupplyTerms;
import dev.galleria.inventory.Warehouse;
import dev.galleria.inventory.Warehouses;
import dev.galleria.inventory.notices.LowStockAlerts;
import dev.galleria.inventory.notices.StockRequests;
import dev.galleria.inventory.supply.Replenishment;
import dev.galleria.inventory.supply.StockReport;
import dev.galleria.inventory.supply.Supplier;
import dev.galleria.inventory.supply.Suppliers;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One offer's stock: where it lies, what is counted, when to warn, what may be promised. */
@Named
@ViewScoped
public class OfficeStockItemView implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOVEMENTS = 30;
    private static final int DAYS = 28;
    private static final int LEAD_DAYS = 14;

    @Inject
    Inventory inventory;

    @Inject
    Warehouses warehouses;

    @Inject
    Backorders backorders;

    @Inject
    LowStockAlerts alerts;

    @Inject
    StockRequests requests;

    @Inject
    StockReport report;

    @Inject
    Suppliers suppliers;

    @Inject
    OfferBook book;

    @Inject
    OfficeGoods goods;

    @Inject
    OfficeTexts texts;

    private String id = "";
    private String warehouse = "";
    private String counted = "";
    private String reason = "";
    private String cap = "";
    private String mode = "BACKORDER";
    private String promisedOn = "";
    private String threshold = "";
    private String safety = "";
    private String key = "";

    /** An offer of somebody else, and one that does not exist, is a Problem (NOT_FOUND). */
    public void load() {
        seller();
        key = Ids.next().toString();
        backorders.promises(List.of(offer())).stream().findFirst().ifPresent(promise -> {
            cap = Integer.toString(promise.cap());
            var terms = promise.terms();
            if (terms != null) {
                mode = terms.mode().name();
                promisedOn = terms.promisedOn().toString();
            }
        });
        alerts.own(List.of(offer())).stream().findFirst().ifPresent(own -> {
            threshold = Integer.toString(own.units());
            safety = Integer.toString(own.safety());
        });
    }

    public OfferId offer() {
        return Ids.parse(id).map(OfferId::new).orElseThrow(() -> Problem.notFound("inventory/unknown-offer", "no id"));
    }

    private SellerId seller() {
        var seller = book.sellers(List.of(offer())).get(offer());
        if (seller == null || !goods.editor().maySellAs(seller)) {
            throw Problem.notFound("inventory/unknown-offer", id);
        }
        return seller;
    }

    public String getTitle() {
        return goods.title(offer());
    }

    public String getNote() {
        return goods.note(offer());
    }

    public List<StockLevel> getLevels() {
        return inventory.levels(List.of(offer()));
    }

    public List<Warehouse> getWarehouses() {
        return warehouses.list(goods.editor());
    }

    public List<Movement> getMovements() {
        return inventory.movements(offer(), MOVEMENTS);
    }

    public String minute(Instant at) {
        return texts.minute(at);
    }

    public StockReport.Figures getFigures() {
        return report.of(List.of(offer()), DAYS).get(0);
    }

    public int getWaiting() {
        return requests.waiting(offer());
    }

    /** What to order again, by the slowest supplier's lead time. */
    public Replenishment.Suggestion getSuggestion() {
        return Replenishment.of(getFigures().demand(DAYS, getLeadDays()));
    }

    public int getLeadDays() {
        return suppliers.list(goods.editor()).stream()
                .mapToInt(Supplier::leadDays)
                .max()
                .orElse(LEAD_DAYS);
    }

    /** What was counted becomes what is on hand. */
    public void count() {
        seller();
        boolean own = goods.editor().seller() == null
                || getWarehouses().stream().anyMatch(one -> one.code().equals(warehouse));
        if (goods.attempt(
                () -> {
                    if (!own) {
                        throw Problem.notFound("inventory/unknown-warehouse", warehouse);
                    }
                    var count = new Count(offer(), warehouse, number(counted));
                    inventory.count(List.of(count), "office:" + key, actor(), reason.isBlank() ? "counted" : reason);
                },
                "stock.counted")) {
            key = Ids.next().toString();
            counted = "";
            reason = "";
        }
    }

    /** Units may be promised before they come. */
    public void promise() {
        seller();
        goods.attempt(
                () -> {
                    var on = Optional.ofNullable(goods.day(promisedOn))
                            .orElseThrow(() -> Problem.refused("inventory/day", "none"));
                    var chosen = Stream.of(SupplyTerms.Mode.values())
                            .filter(one -> one.name().equals(mode))
                            .findFirst()
                            .orElseThrow(() -> Problem.refused("inventory/mode", mode));
                    backorders.allow(offer(), Math.max(1, number(cap)), new SupplyTerms(chosen, on));
                },
                "stock.saved");
    }

    /** Nothing more is promised. */
    public void promiseNothing() {
        seller();
        goods.attempt(() -> backorders.end(offer()), "stock.saved");
    }

    /** From when on to warn. */
    public void warn() {
        var seller = seller();
        goods.attempt(
                () -> {
                    if (threshold.isBlank()) {
                        alerts.remove(goods.editor(), seller, offer());
                    } else {
                        alerts.define(
                                goods.editor(),
                                new LowStockAlerts.Threshold(
                                        seller, offer(), number(threshold), safety.isBlank() ? 0 : number(safety)));
                    }
                },
                "stock.saved");
    }

    private String actor() {
        return goods.editor().account().value().toString();
    }

    private static int number(String text) {
        if (!text.strip().matches("[0-9]{1,7}")) {
            throw Problem.refused("inventory/number", text);
        }
        return Integer.parseInt(text.strip());
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }

    public String getWarehouse() {
        return warehouse;
    }

    public void setWarehouse(@Nullable String warehouse) {
        this.warehouse = warehouse == null ? "" : warehouse;
    }

    public String getCounted() {
        return counted;
    }

    public void setCounted(@Nullable String counted) {
        this.counted = counted == null ? "" : counted;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public String getCap() {
        return cap;
    }

    public void setCap(@Nullable String cap) {
        this.cap = cap == null ? "" : cap;
    }

    public String getMode() {
        return mode;
    }

    public void setMode(@Nullable String mode) {
        this.mode = mode == null ? "" : mode;
    }

    public String getPromisedOn() {
        return promisedOn;
    }

    public void setPromisedOn(@Nullable String promisedOn) {
        this.promisedOn = promisedOn == null ? "" : promisedOn;
    }

    public String getThreshold() {
        return threshold;
    }

    public void setThreshold(@Nullable String threshold) {
        this.threshold = threshold == null ? "" : threshold;
    }

    public String getSafety() {
        return safety;
    }

    public void setSafety(@Nullable String safety) {
        this.safety = safety == null ? "" : safety;
    }
}
