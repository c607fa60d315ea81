package dev.galleria.inventory.web;

import dev.galleria.inventory.supply.OfferUnits;
import dev.galleria.inventory.supply.PurchaseOrder;
import dev.galleria.inventory.supply.PurchaseOrderId;
import dev.galleria.inventory.supply.PurchaseOrders;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One order with a supplier: what has come. */
@Named
@ViewScoped
public class OfficePurchaseView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    PurchaseOrders purchaseOrders;

    @Inject
    OfficeGoods goods;

    private String id = "";
    private String key = "";
    private Map<String, String> arrived = new HashMap<>();

    /** Somebody else's is a Problem (NOT_FOUND). */
    public void load() {
        getSubject();
        key = Ids.next().toString();
    }

    public PurchaseOrder getSubject() {
        var subject = purchaseOrders.find(goods.editor(), subject());
        goods.know(subject.lines().stream().map(PurchaseOrder.Line::offer).toList());
        return subject;
    }

    private PurchaseOrderId subject() {
        return Ids.parse(id)
                .map(PurchaseOrderId::new)
                .orElseThrow(() -> Problem.notFound("inventory/unknown-subject", "no id"));
    }

    /** Units that have come, by offer, as they are typed in. */
    public Map<String, String> getArrived() {
        return arrived;
    }

    /** Everything that is still to come has come. */
    public void all() {
        arrived = new HashMap<>();
        getSubject().lines().forEach(line -> arrived.put(line.offer().toString(), Integer.toString(line.open())));
        receive();
    }

    public void receive() {
        var done = goods.attempt(
                () -> {
                    var lines = new ArrayList<OfferUnits>();
                    for (var line : getSubject().lines()) {
                        var text = arrived.getOrDefault(line.offer().toString(), "")
                                .strip();
                        if (!text.matches("[0-9]{0,7}")) {
                            throw Problem.refused("inventory/number", text);
                        }
                        if (!text.isEmpty() && Integer.parseInt(text) > 0) {
                            lines.add(new OfferUnits(line.offer(), Integer.parseInt(text)));
                        }
                    }
                    if (lines.isEmpty()) {
                        throw Problem.refused("inventory/nothing-came", "no line");
                    }
                    purchaseOrders.receive(goods.editor(), subject(), List.copyOf(lines), key);
                },
                "stock.received");
        if (done) {
            arrived = new HashMap<>();
            key = Ids.next().toString();
        }
    }

    /** The rest will not come. */
    public void close() {
        if (goods.attempt(() -> purchaseOrders.close(goods.editor(), subject(), key), "stock.saved")) {
            key = Ids.next().toString();
        }
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }
}
