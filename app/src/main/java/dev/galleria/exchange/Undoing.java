package dev.galleria.exchange;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Bulk;
import dev.galleria.catalog.editing.BulkProduct;
import dev.galleria.catalog.editing.EditedProduct;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.exchange.Touches.Counted;
import dev.galleria.exchange.Touches.Touch;
import dev.galleria.inventory.Count;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.StockLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes back what an import has done, product by product; what somebody has changed, sold or reserved since is kept. */
@ApplicationScoped
class Undoing {
    @Inject
    Bulk bulk;

    @Inject
    Inventory inventory;

    @Inject
    Touches touches;

    Worker.Step step(ImportId id, Editor editor, List<Touch> part, int done) {
        var offers = part.stream()
                .flatMap(touch -> touch.stock().stream())
                .map(counted -> new OfferId(counted.offer()))
                .distinct()
                .toList();
        var ids = part.stream().map(Touch::product).toList();
        var levels = inventory.lockedLevels(offers);
        bulk.lock(ids);
        var states = bulk.states(ids);
        var now = bulk.read(editor, ids);
        var outcomes = new LinkedHashMap<ProductId, String>();
        var restored = new ArrayList<Touch>();
        for (var touch : part) {
            var reason = reason(touch, states.get(touch.product()), levels);
            outcomes.put(touch.product(), reason);
            if (reason.equals("RESTORED")) {
                restored.add(touch);
            }
        }
        restore(id, editor, restored, now, done);
        touches.undone(id, outcomes);
        int kept = part.size() - restored.size();
        return new Worker.Step(done + part.size(), new Import.Counts(0, 0, 0, 0, 0, 0, restored.size(), kept));
    }

    private static String reason(
            Touch touch, @org.jspecify.annotations.Nullable String state, List<StockLevel> levels) {
        if (state == null) {
            return "gone";
        }
        if (!state.equals(touch.leftAs())) {
            return "changed";
        }
        return touch.stock().stream().allMatch(counted -> untouched(counted, levels)) ? "RESTORED" : "stock";
    }

    private static boolean untouched(Counted counted, List<StockLevel> levels) {
        return levels.stream()
                .filter(level -> level.offer().value().equals(counted.offer())
                        && level.warehouseCode().equals(counted.warehouse()))
                .allMatch(level -> level.onHand() == counted.after() && level.reserved() <= counted.before());
    }

    private void restore(
            ImportId id, Editor editor, List<Touch> restored, Map<ProductId, EditedProduct> now, int done) {
        var counts = restored.stream()
                .flatMap(touch -> touch.stock().stream())
                .map(counted -> new Count(new OfferId(counted.offer()), counted.warehouse(), counted.before()))
                .toList();
        if (!counts.isEmpty()) {
            inventory.count(counts, id + ":undo:" + done, "import", "undo of import " + id);
        }
        var products = restored.stream()
                .filter(touch -> touch.before() != null)
                .map(touch -> {
                    var known = now.get(touch.product());
                    return new BulkProduct(touch.product(), known, known.owner(), touch.before());
                })
                .filter(BulkProduct::changes)
                .toList();
        bulk.write(editor, products);
        var erased = restored.stream()
                .filter(touch -> touch.before() == null)
                .map(Touch::product)
                .toList();
        if (!erased.isEmpty()) {
            bulk.erase(erased);
        }
    }
}
