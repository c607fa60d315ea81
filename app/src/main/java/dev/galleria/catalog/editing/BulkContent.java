package dev.galleria.catalog.editing;

import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes texts, attributes and options of many products, replacing what was there. */
final class BulkContent {
    private static final List<String> TABLES =
            List.of("product_text", "product_attribute", "product_option", "option_value");

    private final Handle sql;

    BulkContent(Handle sql) {
        this.sql = sql;
    }

    void write(List<BulkProduct> products, Map<ProductId, Vocabulary> words) {
        var known = products.stream()
                .filter(product -> product.before() != null)
                .map(product -> product.id().value())
                .toList();
        if (!known.isEmpty()) {
            TABLES.forEach(table -> sql.createUpdate("DELETE FROM " + table + " WHERE product_id = ANY(:products)")
                    .bindArray("products", UUID.class, known)
                    .execute());
        }
        texts(products);
        attributes(products, words);
        options(products);
    }

    private void texts(List<BulkProduct> products) {
        var rows = sql.prepareBatch(
                "INSERT INTO product_text (product_id, locale, title, description) VALUES (:id, :locale, :title, :description)");
        for (var product : products) {
            product.draft().texts().forEach((locale, text) -> rows.bind(
                            "id", product.id().value())
                    .bind("locale", locale)
                    .bind("title", text.title())
                    .bind("description", text.description())
                    .add());
        }
        execute(rows);
    }

    private void attributes(List<BulkProduct> products, Map<ProductId, Vocabulary> words) {
        var rows = sql.prepareBatch(
                """
                INSERT INTO product_attribute (product_id, attribute_id, text_value, texts, number_value, flag_value, date_value)
                VALUES (:id, :attribute, :choice, CAST(:texts AS jsonb), :number, :flag, :date)""");
        for (var product : products) {
            var known = words.get(product.id()).attributes();
            for (var value : product.draft().attributes()) {
                rows.bind("id", product.id().value())
                        .bind("attribute", known.get(value.attribute()).id())
                        .bind("choice", value.choice())
                        .bind("texts", value.texts() == null ? null : Json.write(value.texts()))
                        .bind("number", value.number())
                        .bind("flag", value.flag())
                        .bind("date", value.date())
                        .add();
            }
        }
        execute(rows);
    }

    private void options(List<BulkProduct> products) {
        var options = sql.prepareBatch(
                "INSERT INTO product_option (product_id, position, code, labels) VALUES (:id, :position, :code, CAST(:labels AS jsonb))");
        var values = sql.prepareBatch(
                """
                INSERT INTO option_value (product_id, option, code, position, labels, swatch)
                VALUES (:id, :option, :code, :position, CAST(:labels AS jsonb), :swatch)""");
        for (var product : products) {
            int place = 0;
            for (var option : product.draft().options()) {
                options.bind("id", product.id().value())
                        .bind("position", ++place)
                        .bind("code", option.code())
                        .bind("labels", Json.write(option.labels()))
                        .add();
                int position = 0;
                for (var value : option.values()) {
                    values.bind("id", product.id().value())
                            .bind("option", option.code())
                            .bind("code", value.code())
                            .bind("position", ++position)
                            .bind("labels", Json.write(value.labels()))
                            .bind("swatch", value.swatch())
                            .add();
                }
            }
        }
        execute(options);
        execute(values);
    }

    private static void execute(PreparedBatch rows) {
        if (rows.size() > 0) {
            rows.execute();
        }
    }
}
