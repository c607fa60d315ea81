package dev.galleria.exchange;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.BulkProduct;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.catalog.editing.ProductDraft.Words;
import dev.galleria.platform.Database;
import dev.galleria.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an import has touched, and how that was before. */
@ApplicationScoped
class Touches {
    private static final int PART = 100;
    private static final Type STOCK = new ArrayList<Counted>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    @Inject
    Database database;

    /** So many lay there before and after. */
    public record Counted(UUID offer, String warehouse, int before, int after) {}

    /** One product; without a draft it was not there before. */
    record Touch(ProductId product, @Nullable ProductDraft before, String leftAs, List<Counted> stock) {}

    void remember(ImportId id, Plan plan, Shelf shelf, Map<ProductId, String> states, String locale) {
        if (plan.touched().isEmpty()) {
            return;
        }
        var stock = plan.stock().stream()
                .collect(Collectors.groupingBy(
                        change -> change.place().product(),
                        Collectors.mapping(
                                change -> new Counted(
                                        offer(shelf, change).value(),
                                        change.warehouse(),
                                        change.before(),
                                        change.after()),
                                Collectors.toList())));
        database.call(sql -> {
            var rows = sql.prepareBatch(
                    """
                    INSERT INTO product_import_touch (import_id, product_id, title, before, left_as, stock)
                    VALUES (:import, :product, :title, CAST(:before AS jsonb), :state, CAST(:stock AS jsonb))
                    ON CONFLICT (import_id, product_id) DO UPDATE SET left_as = excluded.left_as,
                           stock = product_import_touch.stock || excluded.stock""");
            for (var product : plan.touched()) {
                rows.bind("import", id.value())
                        .bind("product", product.id().value())
                        .bind("title", title(product, locale))
                        .bind(
                                "before",
                                product.before() == null
                                        ? null
                                        : Json.write(product.before().content()))
                        .bind("state", states.getOrDefault(product.id(), ""))
                        .bind("stock", Json.write(stock.getOrDefault(product.id(), List.of())))
                        .add();
            }
            return rows.execute();
        });
    }

    private static OfferId offer(Shelf shelf, Shelf.Change change) {
        return shelf.offer(change.place()).orElseThrow();
    }

    private static String title(BulkProduct product, String locale) {
        return product.draft().texts().getOrDefault(locale, new Words("", "")).title();
    }

    List<Touch> next(ImportId id) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT product_id, before::text AS before, left_as, stock::text AS stock FROM product_import_touch
                         WHERE import_id = :import AND undone IS NULL ORDER BY product_id LIMIT :part""")
                .bind("import", id.value())
                .bind("part", PART)
                .map((row, context) -> {
                    List<Counted> stock = Json.read(row.getString("stock"), STOCK);
                    var before = row.getString("before");
                    return new Touch(
                            new ProductId(row.getObject("product_id", UUID.class)),
                            before == null ? null : Json.read(before, ProductDraft.class),
                            row.getString("left_as"),
                            stock);
                })
                .list());
    }

    /** {@code RESTORED}, or why not. */
    void undone(ImportId id, Map<ProductId, String> outcomes) {
        database.call(sql -> {
            var rows = sql.prepareBatch(
                    "UPDATE product_import_touch SET undone = :outcome WHERE import_id = :import AND product_id = :product");
            outcomes.forEach((product, outcome) -> rows.bind("outcome", outcome)
                    .bind("import", id.value())
                    .bind("product", product.value())
                    .add());
            return rows.execute();
        });
    }

    List<KeptProduct> kept(ImportId id, int most) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT product_id, title, undone FROM product_import_touch
                         WHERE import_id = :import AND undone <> 'RESTORED' ORDER BY title, product_id LIMIT :most""")
                .bind("import", id.value())
                .bind("most", most)
                .mapTo(KeptProduct.class)
                .list());
    }
}
