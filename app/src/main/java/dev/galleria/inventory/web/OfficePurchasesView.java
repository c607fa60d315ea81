package dev.galleria.inventory.web;

import dev.galleria.catalog.OfferBook;
import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Warehouse;
import dev.galleria.inventory.Warehouses;
import dev.galleria.inventory.supply.PurchaseOrder;
import dev.galleria.inventory.supply.PurchaseOrders;
import dev.galleria.inventory.supply.Replenishment;
import dev.galleria.inventory.supply.StockReport;
import dev.galleria.inventory.supply.Supplier;
import dev.galleria.inventory.supply.SupplierId;
import dev.galleria.inventory.supply.Suppliers;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Orders with suppliers, the suppliers, and what to order again. */
@Named
@ViewScoped
public class OfficePurchasesView implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 100;
    private static final int LOOKED_AT = 500;
    private static final int SUGGESTED = 25;
    private static final int DAYS = 28;

    @Inject
    PurchaseOrders orders;

    @Inject
    Suppliers suppliers;

    @Inject
    Warehouses warehouses;

    @Inject
    StockReport report;

    @Inject
    OfferBook book;

    @Inject
    OfficeGoods goods;

    @Inject
    OfficeTexts texts;

    @Inject
    Clock clock;

    private String supplier = "";
    private String warehouse = "";
    private String expectedOn = "";
    private String lines = "";
    private String name = "";
    private String email = "";
    private String leadDays = "14";
    private String key = "";

    /** What to order of one offer. */
    public record Row(OfferId offer, long units, List<Replenishment.Step> steps) {}

    public void load() {
        goods.editor();
        key = Ids.next().toString();
        var known = getSuppliers();
        if (!known.isEmpty()) {
            supplier = known.get(0).id().toString();
            expectedOn = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                    .plusDays(known.get(0).leadDays())
                    .toString();
        }
    }

    public List<PurchaseOrder> getRows() {
        return orders.list(goods.editor(), MOST);
    }

    public List<Supplier> getSuppliers() {
        return suppliers.list(goods.editor());
    }

    public List<Warehouse> getWarehouses() {
        return warehouses.list(goods.editor());
    }

    public int open(PurchaseOrder order) {
        return order.lines().stream().mapToInt(PurchaseOrder.Line::open).sum();
    }

    /** What to order again: of the first offers by SKU those that lack most. */
    public List<Row> getSuggestions() {
        int lead = getSuppliers().stream().mapToInt(Supplier::leadDays).max().orElse(14);
        var offers = book.find(goods.editor().seller(), "", 0, LOOKED_AT).offers();
        var rows = report.of(offers, DAYS).stream()
                .map(figures -> {
                    var suggestion = Replenishment.of(figures.demand(DAYS, lead));
                    return new Row(figures.offer(), suggestion.units(), suggestion.steps());
                })
                .filter(row -> row.units() > 0)
                .sorted(Comparator.comparingLong(Row::units).reversed())
                .limit(SUGGESTED)
                .toList();
        goods.know(rows.stream().map(Row::offer).toList());
        return rows;
    }

    /** How a suggestion came about. */
    public String why(Row row) {
        return row.steps().stream()
                .filter(step -> step.units() != 0)
                .map(step -> texts.format("stock.step." + step.kind(), step.units()))
                .collect(Collectors.joining(" · "));
    }

    /** Takes the suggestions into the form. */
    public void take() {
        lines = getSuggestions().stream()
                .map(row -> goods.sku(row.offer()) + " " + row.units())
                .collect(Collectors.joining("\n"));
    }

    public void order() {
        goods.attempt(
                () -> {
                    var by = Ids.parse(supplier)
                            .map(SupplierId::new)
                            .orElseThrow(() -> Problem.notFound("inventory/unknown-supplier", "none"));
                    var on = goods.day(expectedOn);
                    if (on == null) {
                        throw Problem.refused("inventory/day", "none");
                    }
                    var id = orders.order(goods.editor(), by, warehouse, on, goods.lines(lines), key);
                    Faces.redirect("/backoffice/purchase-orders/%s", id);
                },
                "");
    }

    public void addSupplier() {
        if (goods.attempt(
                () -> {
                    if (!leadDays.strip().matches("[0-9]{1,3}")) {
                        throw Problem.refused("inventory/supplier", leadDays);
                    }
                    suppliers.add(goods.editor(), name, email, Integer.parseInt(leadDays.strip()));
                },
                "stock.saved")) {
            name = "";
            email = "";
        }
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(@Nullable String supplier) {
        this.supplier = supplier == null ? "" : supplier;
    }

    public String getWarehouse() {
        return warehouse;
    }

    public void setWarehouse(@Nullable String warehouse) {
        this.warehouse = warehouse == null ? "" : warehouse;
    }

    public String getExpectedOn() {
        return expectedOn;
    }

    public void setExpectedOn(@Nullable String expectedOn) {
        this.expectedOn = expectedOn == null ? "" : expectedOn;
    }

    public String getLines() {
        return lines;
    }

    public void setLines(@Nullable String lines) {
        this.lines = lines == null ? "" : lines;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email == null ? "" : email;
    }

    public String getLeadDays() {
        return leadDays;
    }

    public void setLeadDays(@Nullable String leadDays) {
        this.leadDays = leadDays == null ? "" : leadDays;
    }
}
