package dev.galleria.exchange;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Bulk;
import dev.galleria.catalog.editing.BulkProduct;
import dev.galleria.catalog.editing.EditedProduct;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.catalog.editing.ProductDraft.Offer;
import dev.galleria.catalog.editing.ProductDraft.Variant;
import dev.galleria.catalog.editing.ProductState;
import dev.galleria.seller.SellerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One product's rows laid over what it is now. Variants and offers that the rows do not name stay. */
final class ProductMerge {
    private final Scene scene;
    private final Findings rows;
    private final ProductId id;
    private final @Nullable EditedProduct known;
    private final Shelf shelf;
    private final List<Shelf.Change> stock = new ArrayList<>();
    private final Map<String, Row> rowOfSku = new HashMap<>();
    private final Map<Shelf.Place, Row> rowOfOffer = new HashMap<>();
    private int skipped;

    ProductMerge(Scene scene, Group group, ProductId id, @Nullable EditedProduct known, Shelf shelf) {
        this.scene = scene;
        this.rows = new Findings(group.rows());
        this.id = id;
        this.known = known;
        this.shelf = shelf;
    }

    Findings findings() {
        return rows;
    }

    List<Shelf.Change> stock() {
        return stock;
    }

    int skipped() {
        return skipped;
    }

    Row rowOfSku(String sku) {
        return rowOfSku.getOrDefault(sku, rows.first());
    }

    Row rowOfOffer(String sku, SellerId seller) {
        return rowOfOffer.getOrDefault(new Shelf.Place(id, sku, seller), rowOfSku(sku));
    }

    BulkProduct product() {
        var before = known == null ? null : known.content();
        var head = new HeadMerge(scene, rows, before);
        var options = new OptionMerge(scene, rows, before);
        var variants = variants(before, options);
        var state = head.state();
        var draft = Bulk.normalized(new ProductDraft(
                slug(before),
                state,
                head.publishedAt(state),
                head.texts(),
                head.category(),
                head.word("brand", scene.words().brands(), before == null ? null : before.brand()),
                head.word("type", scene.words().types(), before == null ? null : before.type()),
                head.tags(),
                head.taxClass(),
                head.attributes(),
                options.options(),
                variants,
                before == null ? List.of() : before.pictures()));
        var product = new BulkProduct(id, known, owner(draft), draft);
        mine(product);
        return product;
    }

    private @Nullable String slug(@Nullable ProductDraft before) {
        return before != null ? before.slug() : HeadMerge.small(rows.first().text("product"));
    }

    /** A product that only one seller offers is brought by that seller, else by the marketplace. */
    private @Nullable SellerId owner(ProductDraft draft) {
        if (known != null) {
            return known.owner();
        }
        if (scene.editor().seller() != null) {
            return scene.editor().seller();
        }
        var sellers = draft.variants().stream()
                .flatMap(variant -> variant.offers().stream())
                .map(Offer::seller)
                .distinct()
                .toList();
        return sellers.size() == 1 ? sellers.get(0) : null;
    }

    /** Others' products are not this editor's to describe; its own offers on them may change. */
    private void mine(BulkProduct product) {
        if (known == null || scene.editor().mayDescribe(known.owner())) {
            return;
        }
        boolean offering = known.content().variants().stream()
                .anyMatch(variant -> !offers(variant).isEmpty());
        boolean named = rows.first().text("product").equals(known.content().slug());
        if (product.describes() || !offering && !(named && known.content().state() == ProductState.ACTIVE)) {
            rows.rows().forEach(row -> rows.add(row, "sku", "not-yours"));
        }
    }

    private List<Variant> variants(@Nullable ProductDraft before, OptionMerge options) {
        var variants = new LinkedHashMap<String, Variant>();
        if (before != null) {
            before.variants().forEach(variant -> variants.put(variant.sku(), variant));
        }
        for (var row : rows.rows()) {
            var sku = row.text("sku");
            if (sku.isEmpty() && onlyPicture(row)) {
                skipped++;
            } else if (sku.isEmpty()) {
                rows.add(row, "sku", "missing");
            } else {
                rowOfSku.putIfAbsent(sku, row);
                variants.put(sku, variant(row, sku, variants.get(sku), options));
            }
        }
        return List.copyOf(variants.values());
    }

    /** Shopify's files have rows that only name one more picture of the product. */
    private boolean onlyPicture(Row row) {
        return rows.rows().size() > 1
                && row != rows.first()
                && !OfferMerge.speaks(row)
                && row.text("option1_value").isEmpty();
    }

    private Variant variant(Row row, String sku, @Nullable Variant before, OptionMerge options) {
        var gtin = row.get("gtin");
        var plain = gtin == null
                ? (before == null ? null : before.gtin())
                : gtin.startsWith("'") ? gtin.substring(1) : gtin;
        return new Variant(
                before == null ? null : before.id(),
                sku,
                plain == null || plain.isEmpty() ? null : plain,
                options.choices(row, before == null ? null : before.choices()),
                weight(row, before),
                before == null ? null : before.imageKey(),
                offers(row, sku, before));
    }

    private int weight(Row row, @Nullable Variant before) {
        var text = row.text("weight_g");
        int known = before == null ? 0 : before.weightGrams();
        if (text.isEmpty()) {
            return known;
        }
        var grams = Cells.whole(text);
        if (grams.isEmpty()) {
            rows.add(row, "weight_g", "whole");
        }
        return grams.orElse(known);
    }

    private static List<Offer> offers(@Nullable Variant variant) {
        return variant == null || variant.offers() == null ? List.of() : variant.offers();
    }

    private List<Offer> offers(Row row, String sku, @Nullable Variant before) {
        var offers = new ArrayList<>(offers(before));
        var merge = new OfferMerge(scene, rows, known == null ? null : known.owner());
        var seller = merge.seller(row, offers);
        if (seller.isEmpty()) {
            return offers;
        }
        int place = place(offers, seller.get());
        var terms = merge.terms(row, place < 0 ? null : offers.get(place).terms());
        if (terms.isPresent()) {
            rowOfOffer.put(new Shelf.Place(id, sku, seller.get()), row);
            var offer = new Offer(seller.get(), terms.get());
            if (place < 0) {
                offers.add(offer);
            } else {
                offers.set(place, offer);
            }
            count(row, new Shelf.Place(id, sku, seller.get()));
        }
        return offers;
    }

    private static int place(List<Offer> offers, SellerId seller) {
        for (int i = 0; i < offers.size(); i++) {
            if (seller.equals(offers.get(i).seller())) {
                return i;
            }
        }
        return -1;
    }

    private void count(Row row, Shelf.Place place) {
        for (var column : row.mapping().places().keySet()) {
            var text = column.startsWith("stock") ? row.text(column) : "";
            if (text.isEmpty()) {
                continue;
            }
            var warehouse = scene.warehouse(column);
            var level = shelf.level(place, warehouse);
            int onHand = level == null ? 0 : level.onHand();
            var counted = Cells.whole(text);
            if (counted.isEmpty()) {
                rows.add(row, column, "whole");
            } else if (level != null && counted.get() < level.reserved()) {
                rows.add(row, column, "promised", level.reserved());
            } else if (counted.get() != onHand) {
                stock.add(new Shelf.Change(place, warehouse, onHand, counted.get()));
            }
        }
    }

    /** The row's SKU and seller in one. */
    String offered(Row row, String sku) {
        return rowOfOffer.entrySet().stream()
                .filter(entry -> entry.getValue() == row)
                .map(entry -> sku + '\0' + entry.getKey().seller())
                .findFirst()
                .orElse(sku + '\0');
    }

    /** What the product's rows will say once it is written. */
    Optional<Integer> counted(Sheet.Spot spot) {
        return stock.stream()
                .filter(change -> change.place().equals(spot.place())
                        && change.warehouse().equals(spot.warehouse()))
                .map(Shelf.Change::after)
                .findFirst();
    }
}
