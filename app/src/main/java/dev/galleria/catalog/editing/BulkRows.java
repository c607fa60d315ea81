package dev.galleria.catalog.editing;

import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes many products together: what differs from before, table by table. Pictures stay as they are. */
final class BulkRows {
    private final Handle sql;
    private final Editor editor;
    private final Instant now;

    BulkRows(Handle sql, Editor editor, Instant now) {
        this.sql = sql;
        this.editor = editor;
        this.now = now;
    }

    void write(List<BulkProduct> products, Map<ProductId, Vocabulary> words) {
        var described = products.stream().filter(BulkProduct::describes).toList();
        writeHeads(described, words);
        new BulkContent(sql).write(described, words);
        writeVariants(described);
        writeOffers(products);
    }

    private void writeHeads(List<BulkProduct> products, Map<ProductId, Vocabulary> words) {
        var fresh = sql.prepareBatch(
                """
                INSERT INTO product (id, slug, category_id, brand_id, type_id, tax_class, tags, state, published_at,
                                     owner_seller_id, created_at, changed_at)
                VALUES (:id, :slug, :category, CAST(:brand AS uuid), CAST(:type AS uuid), :taxClass, :tags, :state, :published,
                        CAST(:owner AS uuid), :now, :now)""");
        var known = sql.prepareBatch(
                """
                UPDATE product SET slug = :slug, category_id = :category, brand_id = CAST(:brand AS uuid),
                       type_id = CAST(:type AS uuid), tax_class = :taxClass, tags = :tags, state = :state,
                       published_at = :published, owner_seller_id = CAST(:owner AS uuid), version = version + 1, changed_at = :now
                 WHERE id = :id""");
        var addresses = new ArrayList<String>();
        for (var product : products) {
            var draft = product.draft();
            var vocabulary = words.get(product.id());
            var owner = product.owner();
            var row = product.before() == null ? fresh : known;
            if (product.before() == null) {
                addresses.add(draft.slug());
            }
            row.bind("id", product.id().value())
                    .bind("slug", draft.slug())
                    .bind("category", vocabulary.categoryId())
                    .bind("brand", vocabulary.brandId())
                    .bind("type", vocabulary.typeId())
                    .bind("taxClass", draft.taxClass())
                    .bindArray("tags", String.class, draft.tags())
                    .bind("state", draft.state().name())
                    .bind("published", timestamp(draft.publishedAt()))
                    .bind("owner", owner == null ? null : owner.value())
                    .bind("now", Timestamp.from(now))
                    .add();
        }
        execute(fresh, known);
        // Whoever has an address now has it alone.
        sql.createUpdate("DELETE FROM product_slug WHERE slug = ANY(:slugs)")
                .bindArray("slugs", String.class, addresses)
                .execute();
    }

    private void writeVariants(List<BulkProduct> products) {
        var ended = new ArrayList<UUID>();
        var fresh = sql.prepareBatch(
                """
                INSERT INTO variant (id, product_id, sku, gtin, choices, position, weight_grams, image_key)
                VALUES (:id, :product, :sku, :gtin, CAST(:choices AS jsonb), :position, :weight, :image)""");
        var known = sql.prepareBatch(
                """
                UPDATE variant SET sku = :sku, gtin = :gtin, choices = CAST(:choices AS jsonb), position = :position,
                       weight_grams = :weight, image_key = :image, version = version + 1
                 WHERE id = :id AND product_id = :product
                   AND (sku, gtin, choices, position, weight_grams, image_key)
                       IS DISTINCT FROM (:sku, :gtin, CAST(:choices AS jsonb), :position, :weight, :image)""");
        for (var product : products) {
            var before = bySku(product);
            int position = 0;
            for (var variant : product.draft().variants()) {
                var old = before.remove(variant.sku());
                var id = old == null ? Ids.next() : old.id().value();
                bind(old == null ? fresh : known, product.id().value(), id, variant, ++position);
            }
            before.values().forEach(variant -> ended.add(variant.id().value()));
        }
        sql.createUpdate("DELETE FROM variant WHERE id = ANY(:ended)")
                .bindArray("ended", UUID.class, ended)
                .execute();
        execute(known, fresh);
    }

    private static void bind(PreparedBatch row, UUID product, UUID id, ProductDraft.Variant variant, int position) {
        row.bind("id", id)
                .bind("product", product)
                .bind("sku", variant.sku())
                .bind("gtin", variant.gtin())
                .bind("choices", Json.write(variant.choices()))
                .bind("position", position)
                .bind("weight", variant.weightGrams())
                .bind("image", variant.imageKey())
                .add();
    }

    private static Map<String, ProductDraft.Variant> bySku(BulkProduct product) {
        return product.before() == null
                ? new java.util.HashMap<>()
                : product.before().content().variants().stream()
                        .collect(Collectors.toMap(ProductDraft.Variant::sku, Function.identity()));
    }

    private void writeOffers(List<BulkProduct> products) {
        // Variants by SKU: those that are new have got their ids only now.
        var set = sql.prepareBatch(
                """
                INSERT INTO offer (id, variant_id, seller_id, price_minor, list_minor, sale_minor, sale_from, sale_to,
                                   handling_days, active, changed_at)
                SELECT :id, v.id, :seller, :price, CAST(:list AS bigint), CAST(:sale AS bigint), CAST(:from AS timestamptz),
                       CAST(:until AS timestamptz), :handling, :active, :now
                  FROM variant v WHERE v.sku = :sku
                ON CONFLICT (variant_id, seller_id) DO UPDATE SET price_minor = excluded.price_minor,
                       list_minor = excluded.list_minor, sale_minor = excluded.sale_minor, sale_from = excluded.sale_from,
                       sale_to = excluded.sale_to, handling_days = excluded.handling_days, active = excluded.active,
                       version = offer.version + 1, changed_at = excluded.changed_at""");
        var ended = sql.prepareBatch(
                "DELETE FROM offer USING variant v WHERE v.id = variant_id AND v.sku = :sku AND seller_id = :seller");
        for (var product : products) {
            var before = bySku(product);
            for (var variant : product.draft().variants()) {
                var known = bySeller(before.get(variant.sku()));
                for (var offer : variant.offers() == null ? List.<ProductDraft.Offer>of() : variant.offers()) {
                    var seller = offer.seller() == null ? editor.seller() : offer.seller();
                    var old = known.remove(seller.value());
                    if (old == null || !old.terms().equals(offer.terms())) {
                        bind(set, variant.sku(), seller.value(), offer.terms());
                    }
                }
                known.keySet().forEach(seller -> ended.bind("sku", variant.sku())
                        .bind("seller", seller)
                        .add());
            }
        }
        execute(ended, set);
    }

    private static Map<UUID, ProductDraft.Offer> bySeller(ProductDraft.@Nullable Variant variant) {
        var known = new java.util.LinkedHashMap<UUID, ProductDraft.Offer>();
        if (variant != null && variant.offers() != null) {
            variant.offers().forEach(offer -> known.put(offer.seller().value(), offer));
        }
        return known;
    }

    private void bind(PreparedBatch row, String sku, UUID seller, OfferTerms terms) {
        var sale = terms.sale();
        row.bind("id", Ids.next())
                .bind("sku", sku)
                .bind("seller", seller)
                .bind("price", terms.price().minorUnits())
                .bind(
                        "list",
                        terms.listPrice() == null ? null : terms.listPrice().minorUnits())
                .bind("sale", sale == null ? null : sale.price().minorUnits())
                .bind("from", sale == null ? null : timestamp(sale.from()))
                .bind("until", sale == null ? null : timestamp(sale.until()))
                .bind("handling", terms.handlingDays())
                .bind("active", terms.active())
                .bind("now", Timestamp.from(now))
                .add();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static void execute(PreparedBatch... batches) {
        for (var batch : batches) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }
}
