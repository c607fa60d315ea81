package dev.galleria.catalog.editing;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.seller.SellerId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what describes a product: texts, tags, attributes, options and pictures, replacing what was there. */
final class ContentRows {
    private static final List<String> TABLES =
            List.of("product_text", "product_attribute", "product_option", "option_value", "product_image");

    private final Handle sql;
    private final UUID product;

    ContentRows(Handle sql, UUID product) {
        this.sql = sql;
        this.product = product;
    }

    void write(ProductDraft draft, Vocabulary words, @Nullable SellerId owner) {
        clear();
        sql.createUpdate(
                        """
                        UPDATE product SET tags = :tags, brand_id = CAST(:brand AS uuid), type_id = CAST(:type AS uuid),
                               owner_seller_id = CAST(:owner AS uuid) WHERE id = :product""")
                .bindArray("tags", String.class, draft.tags())
                .bind("brand", words.brandId())
                .bind("type", words.typeId())
                .bind("owner", owner == null ? null : owner.value())
                .bind("product", product)
                .execute();
        texts(draft);
        attributes(draft, words);
        options(draft);
        pictures(draft);
    }

    /** What remains of a deleted product is its address and its name. */
    void bury() {
        TABLES.stream().filter(table -> !table.equals("product_text")).forEach(this::clear);
        sql.execute("UPDATE product_text SET description = '' WHERE product_id = ?", product);
        sql.execute("DELETE FROM variant WHERE product_id = ?", product);
    }

    private void clear() {
        TABLES.forEach(this::clear);
    }

    private void clear(String table) {
        sql.execute("DELETE FROM " + table + " WHERE product_id = ?", product);
    }

    private void texts(ProductDraft draft) {
        var rows = sql.prepareBatch(
                "INSERT INTO product_text (product_id, locale, title, description) VALUES (:id, :locale, :title, :description)");
        draft.texts().forEach((locale, text) -> rows.bind("id", product)
                .bind("locale", locale)
                .bind("title", text.title())
                .bind("description", text.description())
                .add());
        rows.execute();
    }

    private void attributes(ProductDraft draft, Vocabulary words) {
        var rows = sql.prepareBatch(
                """
                INSERT INTO product_attribute (product_id, attribute_id, text_value, texts, number_value, flag_value, date_value)
                VALUES (:id, :attribute, :choice, CAST(:texts AS jsonb), :number, :flag, :date)""");
        for (var value : draft.attributes()) {
            rows.bind("id", product)
                    .bind("attribute", words.attributes().get(value.attribute()).id())
                    .bind("choice", value.choice())
                    .bind("texts", value.texts() == null ? null : Json.write(value.texts()))
                    .bind("number", value.number())
                    .bind("flag", value.flag())
                    .bind("date", value.date())
                    .add();
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    private void options(ProductDraft draft) {
        var options = sql.prepareBatch(
                "INSERT INTO product_option (product_id, position, code, labels) VALUES (:id, :position, :code, CAST(:labels AS jsonb))");
        var values = sql.prepareBatch(
                """
                INSERT INTO option_value (product_id, option, code, position, labels, swatch)
                VALUES (:id, :option, :code, :position, CAST(:labels AS jsonb), :swatch)""");
        int place = 0;
        for (var option : draft.options()) {
            options.bind("id", product)
                    .bind("position", ++place)
                    .bind("code", option.code())
                    .bind("labels", Json.write(option.labels()))
                    .add();
            int position = 0;
            for (var value : option.values()) {
                values.bind("id", product)
                        .bind("option", option.code())
                        .bind("code", value.code())
                        .bind("position", ++position)
                        .bind("labels", Json.write(value.labels()))
                        .bind("swatch", value.swatch())
                        .add();
            }
        }
        if (options.size() > 0) {
            options.execute();
            values.execute();
        }
    }

    private void pictures(ProductDraft draft) {
        var rows = sql.prepareBatch(
                """
                INSERT INTO product_image (id, product_id, position, key, alts)
                VALUES (:id, :product, :position, :key, CAST(:alts AS jsonb))""");
        int position = 0;
        for (var picture : draft.pictures()) {
            rows.bind("id", Ids.next())
                    .bind("product", product)
                    .bind("position", ++position)
                    .bind("key", picture.key())
                    .bind("alts", Json.write(picture.alts()))
                    .add();
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }
}
