package dev.galleria.catalog.imports;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes products, what belongs to them, and offers in batches. */
final class ProductRows {
    private static final List<String> PARTS =
            List.of("product_text", "product_attribute", "product_option", "option_value", "product_image");

    private final Handle sql;

    ProductRows(Handle sql) {
        this.sql = sql;
    }

    void write(List<ImportedProduct> products) {
        var slugs = products.stream().map(ImportedProduct::slug).toList();
        var ids = Slugs.of(sql, "product", "slug", slugs).with(slugs);
        writeHeads(products, ids);
        var all = products.stream().map(product -> ids.get(product.slug())).toList();
        for (var part : PARTS) {
            sql.createUpdate("DELETE FROM " + part + " WHERE product_id = ANY(:products)")
                    .bindArray("products", UUID.class, all)
                    .execute();
        }
        writeTexts(products, ids);
        writeFacts(products, ids);
        writeOptions(products, ids);
        writeImages(products, ids);
        writeVariants(products, ids);
    }

    private void writeHeads(List<ImportedProduct> products, Slugs ids) {
        var categories = Slugs.of(sql, "category", "slug");
        var brands = Slugs.of(sql, "brand", "slug");
        var rows = sql.prepareBatch(
                """
                INSERT INTO product (id, slug, brand_id, category_id, tax_class, tags, state, published_at, rating_sum, rating_count)
                VALUES (:id, :slug, :brand, :category, :taxClass, :tags, 'ACTIVE', :published, :ratingSum, :ratingCount)
                ON CONFLICT (slug) DO UPDATE SET brand_id = excluded.brand_id, category_id = excluded.category_id,
                       tax_class = excluded.tax_class, tags = excluded.tags, published_at = excluded.published_at,
                       rating_sum = excluded.rating_sum, rating_count = excluded.rating_count,
                       version = product.version + 1, changed_at = now()""");
        for (var product : products) {
            rows.bind("id", ids.get(product.slug()))
                    .bind("slug", product.slug())
                    .bind("brand", brands.find(product.brand()))
                    .bind("category", categories.get(product.category()))
                    .bind("taxClass", product.taxClass())
                    .bindArray("tags", String.class, product.tags())
                    .bind("published", Timestamp.from(product.publishedAt()))
                    .bind("ratingSum", product.ratingSum())
                    .bind("ratingCount", product.ratingCount())
                    .add();
        }
        Batches.execute(rows);
    }

    private void writeTexts(List<ImportedProduct> products, Slugs ids) {
        var rows = sql.prepareBatch(
                "INSERT INTO product_text (product_id, locale, title, description) VALUES (:id, :locale, :title, :description)");
        for (var product : products) {
            var id = ids.get(product.slug());
            product.titles().forEach((locale, title) -> rows.bind("id", id)
                    .bind("locale", locale)
                    .bind("title", title)
                    .bind("description", product.descriptions().getOrDefault(locale, ""))
                    .add());
        }
        Batches.execute(rows);
    }

    private void writeFacts(List<ImportedProduct> products, Slugs ids) {
        var attributes = Slugs.of(sql, "attribute", "code");
        var rows = sql.prepareBatch(
                """
                INSERT INTO product_attribute (product_id, attribute_id, text_value, texts, number_value, flag_value, date_value)
                VALUES (:id, :attribute, :choice, CAST(:texts AS jsonb), :number, :flag, :date)""");
        for (var product : products) {
            var id = ids.get(product.slug());
            for (var fact : product.facts()) {
                rows.bind("id", id)
                        .bind("attribute", attributes.get(fact.attribute()))
                        .bind("choice", fact.choice())
                        .bind("texts", fact.texts() == null ? null : Json.write(fact.texts()))
                        .bind("number", fact.number())
                        .bind("flag", fact.flag())
                        .bind("date", fact.date())
                        .add();
            }
        }
        Batches.execute(rows);
    }

    private void writeOptions(List<ImportedProduct> products, Slugs ids) {
        var options = sql.prepareBatch(
                "INSERT INTO product_option (product_id, position, code, labels) VALUES (:id, :position, :code, CAST(:labels AS jsonb))");
        var values = sql.prepareBatch(
                """
                INSERT INTO option_value (product_id, option, code, position, labels, swatch)
                VALUES (:id, :option, :code, :position, CAST(:labels AS jsonb), :swatch)""");
        for (var product : products) {
            var id = ids.get(product.slug());
            int place = 0;
            for (var option : product.options()) {
                options.bind("id", id)
                        .bind("position", ++place)
                        .bind("code", option.code())
                        .bind("labels", Json.write(option.labels()))
                        .add();
                addChoices(values, id, option);
            }
        }
        Batches.execute(options, values);
    }

    private static void addChoices(PreparedBatch values, UUID product, ImportedProduct.Option option) {
        int position = 0;
        for (var choice : option.choices()) {
            values.bind("id", product)
                    .bind("option", option.code())
                    .bind("code", choice.code())
                    .bind("position", ++position)
                    .bind("labels", Json.write(choice.labels()))
                    .bind("swatch", choice.swatch())
                    .add();
        }
    }

    private void writeImages(List<ImportedProduct> products, Slugs ids) {
        var rows = sql.prepareBatch(
                """
                INSERT INTO product_image (id, product_id, position, key, alts)
                VALUES (:id, :product, :position, :key, CAST(:alts AS jsonb))""");
        for (var product : products) {
            int position = 0;
            for (var image : product.images()) {
                rows.bind("id", Ids.next())
                        .bind("product", ids.get(product.slug()))
                        .bind("position", ++position)
                        .bind("key", image.key())
                        .bind("alts", Json.write(image.alts()))
                        .add();
            }
        }
        Batches.execute(rows);
    }

    private void writeVariants(List<ImportedProduct> products, Slugs ids) {
        var rows = sql.prepareBatch(
                """
                INSERT INTO variant (id, product_id, sku, gtin, choices, position, weight_grams, image_key)
                VALUES (:id, :product, :sku, :gtin, CAST(:choices AS jsonb), :position, :weight, :image)
                ON CONFLICT (sku) DO UPDATE SET product_id = excluded.product_id, gtin = excluded.gtin,
                       choices = excluded.choices, position = excluded.position, weight_grams = excluded.weight_grams,
                       image_key = excluded.image_key""");
        for (var product : products) {
            int position = 0;
            for (var variant : product.variants()) {
                rows.bind("id", Ids.next())
                        .bind("product", ids.get(product.slug()))
                        .bind("sku", variant.sku())
                        .bind("gtin", variant.gtin())
                        .bind("choices", Json.write(variant.choices()))
                        .bind("position", ++position)
                        .bind("weight", variant.weightGrams())
                        .bind("image", variant.imageKey())
                        .add();
            }
        }
        Batches.execute(rows);
    }

    void writeOffers(List<ImportedOffer> offers, Map<String, UUID> sellers) {
        var variants = Slugs.of(
                sql,
                "variant",
                "sku",
                offers.stream().map(offer -> offer.key().sku()).toList());
        var rows = sql.prepareBatch(
                """
                INSERT INTO offer (id, variant_id, seller_id, price_minor, list_minor, sale_minor, sale_from, sale_to, handling_days)
                VALUES (:id, :variant, :seller, :price, :list, :sale, :saleFrom, :saleTo, :handlingDays)
                ON CONFLICT (variant_id, seller_id) DO UPDATE SET price_minor = excluded.price_minor,
                       list_minor = excluded.list_minor, sale_minor = excluded.sale_minor, sale_from = excluded.sale_from,
                       sale_to = excluded.sale_to, handling_days = excluded.handling_days,
                       version = offer.version + 1, changed_at = now()""");
        for (var offer : offers) {
            rows.bind("id", Ids.next())
                    .bind("variant", variants.get(offer.key().sku()))
                    .bind("seller", sellers.get(offer.key().seller()))
                    .bind("price", offer.price())
                    .bind("list", offer.listPrice())
                    .bind("sale", offer.salePrice())
                    .bind("saleFrom", timestamp(offer.saleFrom()))
                    .bind("saleTo", timestamp(offer.saleTo()))
                    .bind("handlingDays", offer.handlingDays())
                    .add();
        }
        Batches.execute(rows);
    }

    void writeStock(Map<OfferId, Boolean> inStock) {
        var rows = sql.prepareBatch("UPDATE offer SET in_stock = :inStock WHERE id = :id AND in_stock <> :inStock");
        inStock.forEach((offer, flag) ->
                rows.bind("id", offer.value()).bind("inStock", flag).add());
        Batches.execute(rows);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
