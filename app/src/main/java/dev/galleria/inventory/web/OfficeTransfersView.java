package dev.galleria.inventory.web;

import dev.galleria.inventory.Warehouse;
import dev.galleria.inventory.Warehouses;
import dev.galleria.inventory.supply.Transfer;
import dev.galleria.inventory.supply.Transfers;
import dev.galleria.platform.Ids;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Goods between warehouses, and a form that sends more. */
@Named
@ViewScoped
public class OfficeTransfersView implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 100;

    @Inject
    Transfers transfers;

    @Inject
    Warehouses warehouses;

    @Inject
    OfficeGoods goods;

    private String from = "";
    private String to = "";
    private String expectedOn = "";
    private String lines = "";
    private String key = "";

    public void load() {
        goods.editor();
        key = Ids.next().toString();
    }

    public List<Transfer> getRows() {
        return transfers.list(goods.editor(), MOST);
    }

    public List<Warehouse> getWarehouses() {
        return warehouses.list(goods.editor());
    }

    /** Units of all lines together. */
    public int units(Transfer transfer) {
        return transfer.lines().stream().mapToInt(Transfer.Line::quantity).sum();
    }

    public int open(Transfer transfer) {
        return transfer.lines().stream().mapToInt(Transfer.Line::open).sum();
    }

    public void send() {
        goods.attempt(
                () -> {
                    var id = transfers.send(goods.editor(), from, to, goods.day(expectedOn), goods.lines(lines), key);
                    Faces.redirect("/backoffice/transfers/%s", id);
                },
                "");
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from == null ? "" : from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to == null ? "" : to;
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
}
