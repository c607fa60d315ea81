package dev.galleria.exchange;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Bulk;
import dev.galleria.catalog.editing.BulkProduct;
import dev.galleria.catalog.editing.EditedProduct;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.exchange.ImportedRow.Detail;
import dev.galleria.inventory.Inventory;
import dev.galleria.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds out what rows would do: the same for the look beforehand and for the import, which holds locks meanwhile. */
@ApplicationScoped
class Planner {
    @Inject
    Bulk bulk;

    @Inject
    Inventory inventory;

    /** Groups by the product that they are about, those of unknown ones by address. */
    private record Sorted(Map<ProductId, Group> known, List<Group> fresh) {}

    Plan plan(Scene scene, List<Group> groups, boolean lock) {
        var plan = new Plan();
        var sorted = sort(groups, plan);
        var ids = List.copyOf(sorted.known().keySet());
        if (lock) {
            // Stock first, then offers and products: the order in which everybody locks.
            inventory.lockedLevels(offerIds(scene, ids));
            bulk.lock(ids);
        }
        var products = bulk.read(scene.editor(), ids);
        var offers = bulk.offers(scene.editor(), ids);
        var levels =
                inventory.levels(offers.stream().map(offer -> offer.offer()).toList());
        var shelf = new Shelf(offers, levels);
        var merges = new LinkedHashMap<ProductId, ProductMerge>();
        sorted.known().forEach((id, group) -> {
            if (products.containsKey(id)) {
                merges.put(id, new ProductMerge(scene, group, id, inOneSpelling(products.get(id)), shelf));
            }
        });
        sorted.fresh().forEach(group -> {
            var id = new ProductId(Ids.next());
            merges.put(id, new ProductMerge(scene, group, id, null, shelf));
        });
        judge(scene, merges, shelf, plan);
        return plan;
    }

    private List<dev.galleria.catalog.OfferId> offerIds(Scene scene, List<ProductId> products) {
        return bulk.offers(scene.editor(), products).stream()
                .map(offer -> offer.offer())
                .toList();
    }

    private Sorted sort(List<Group> groups, Plan plan) {
        var clean = new ArrayList<Group>();
        for (var group : groups) {
            if (group.faults().isEmpty()) {
                clean.add(group);
            } else {
                refuse(group.rows(), group.faults(), plan);
            }
        }
        var known = bulk.known(
                clean.stream().map(Group::slug).filter(slug -> !slug.isEmpty()).toList(),
                clean.stream()
                        .filter(group -> group.slug().isEmpty())
                        .map(group -> group.rows().get(0).text("sku"))
                        .toList());
        var sorted = new Sorted(new LinkedHashMap<>(), new ArrayList<>());
        for (var group : clean) {
            var first = group.rows().get(0);
            var id = group.slug().isEmpty()
                    ? known.bySku().get(first.text("sku"))
                    : known.bySlug().get(group.slug());
            if (id != null) {
                sorted.known().merge(id, group, Group::with);
            } else if (group.slug().isEmpty()) {
                plan.wrong(first, List.of(Detail.fault("sku", first.text("sku"), "sku-unknown")));
            } else {
                sorted.fresh().add(group);
            }
        }
        return sorted;
    }

    /** Comparing needs both sides in the spelling in which drafts are kept. */
    private static EditedProduct inOneSpelling(EditedProduct product) {
        return new EditedProduct(
                product.id(),
                product.version(),
                product.owner(),
                product.createdAt(),
                product.changedAt(),
                Bulk.normalized(product.content()));
    }

    private void judge(Scene scene, Map<ProductId, ProductMerge> merges, Shelf shelf, Plan plan) {
        var products = new LinkedHashMap<ProductId, BulkProduct>();
        merges.forEach((id, merge) -> products.put(id, merge.product()));
        Map<ProductId, List<Fault>> faults = bulk.faults(
                scene.editor(),
                products.values().stream().filter(BulkProduct::changes).toList());
        products.forEach((id, product) -> {
            var merge = merges.get(id);
            var places = new Places(scene, merge, product.draft());
            faults.getOrDefault(id, List.of()).forEach(places::add);
            if (merge.findings().none()) {
                plan.write(product, merge.stock());
                tell(scene, product, merge, shelf, plan);
            } else {
                refuse(merge.findings().rows(), merge.findings().faults(), plan);
            }
        });
    }

    /** One wrong row keeps all of its product's rows out: no product is brought in by halves. */
    private static void refuse(List<Row> rows, Map<Integer, List<Detail>> faults, Plan plan) {
        int first = faults.keySet().iterator().next();
        for (var row : rows) {
            plan.wrong(row, faults.getOrDefault(row.number(), List.of(Detail.fault("", "", "with-row", first))));
        }
    }

    private static void tell(Scene scene, BulkProduct product, ProductMerge merge, Shelf shelf, Plan plan) {
        plan.skip(merge.skipped());
        var before = product.before();
        if (before != null && !product.changes() && merge.stock().isEmpty()) {
            merge.findings().rows().stream()
                    .filter(row -> !row.text("sku").isEmpty())
                    .forEach(row -> plan.row(row, false, List.of()));
            return;
        }
        Sheet.Stock onHand = spot -> {
            var level = shelf.level(spot.place(), spot.warehouse());
            return level == null ? -1 : level.onHand();
        };
        Map<String, Map<String, String>> was = new HashMap<>();
        if (before != null) {
            cells(scene, onHand, product.id(), before.content(), was);
        }
        Map<String, Map<String, String>> will = new HashMap<>();
        cells(
                scene,
                spot -> merge.counted(spot).orElseGet(() -> onHand.applyAsInt(spot)),
                product.id(),
                product.draft(),
                will);
        for (var row : merge.findings().rows()) {
            var sku = row.text("sku");
            if (!sku.isEmpty()) {
                var key = merge.offered(row, sku);
                plan.row(row, !was.containsKey(key) && !was.containsKey(sku), changes(was, will, key));
            }
        }
    }

    private static void cells(
            Scene scene,
            Sheet.Stock stock,
            ProductId id,
            dev.galleria.catalog.editing.ProductDraft draft,
            Map<String, Map<String, String>> found) {
        for (var line : new Sheet(scene, stock).lines(id, draft)) {
            found.put(line.sku() + '\0' + Objects.toString(line.seller(), ""), line.cells());
            found.putIfAbsent(line.sku(), line.cells());
        }
    }

    private static List<Detail> changes(
            Map<String, Map<String, String>> was, Map<String, Map<String, String>> will, String key) {
        var sku = key.substring(0, key.indexOf('\0'));
        var before = was.getOrDefault(key, was.containsKey(sku) ? Map.of() : null);
        if (before == null) {
            return List.of();
        }
        var after = will.getOrDefault(key, will.getOrDefault(sku, Map.of()));
        var columns = new java.util.LinkedHashSet<>(after.keySet());
        columns.addAll(before.keySet());
        return columns.stream()
                .filter(column -> !Objects.equals(before.get(column), after.get(column)))
                .map(column -> Detail.change(column, before.getOrDefault(column, ""), after.getOrDefault(column, "")))
                .toList();
    }
}
