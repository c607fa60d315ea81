package dev.galleria.exchange;

import dev.galleria.exchange.ImportedRow.Detail;
import dev.galleria.exchange.ImportedRow.Outcome;
import dev.galleria.platform.Database;
import dev.galleria.platform.Json;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports and their rows in the database. */
@ApplicationScoped
class ImportStore {
    private static final Type TEXTS = new ArrayList<String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private static final Type DETAILS = new ArrayList<Detail>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private static final String READ =
            """
            SELECT i.*, i.header::text AS header_text, i.mapping::text AS mapping_text,
                   i.state IN ('CHECKING', 'RUNNING', 'UNDOING') AND coalesce(i.lease_until < clock_timestamp(), true) AS waiting
              FROM product_import i""";

    @Inject
    Database database;

    void insert(Import work, UUID account) {
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO product_import (id, account_id, actor, seller_id, file_name, bytes, charset, charset_sure,
                               separator, shopify, header, mapping, category, seller, state, at_once, row_total, failure, failure_row)
                        VALUES (:id, :account, :actor, CAST(:sellerId AS uuid), :fileName, :bytes, :charset, :sure, :separator,
                               :shopify, CAST(:header AS jsonb), CAST(:mapping AS jsonb), :category, :seller, :state, :atOnce,
                               :rows, :failure, CAST(:failureRow AS int))""")
                .bind("id", work.id().value())
                .bind("account", account)
                .bind("actor", work.actor())
                .bind("sellerId", work.seller() == null ? null : work.seller().value())
                .bind("fileName", work.fileName())
                .bind("bytes", work.bytes())
                .bind("charset", work.charset())
                .bind("sure", work.charsetSure())
                .bind("separator", String.valueOf(work.separator()))
                .bind("shopify", work.shopify())
                .bind("header", Json.write(work.header()))
                .bind("mapping", Json.write(work.mapping()))
                .bind("category", work.category())
                .bind("seller", work.sellerSlug())
                .bind("state", work.state().name())
                .bind("atOnce", work.atOnce())
                .bind("rows", work.rowTotal())
                .bind("failure", work.failure())
                .bind("failureRow", work.failureRow())
                .execute());
    }

    Optional<Import> find(ImportId id, @Nullable SellerId seller) {
        return database.call(sql -> sql.createQuery(
                        READ
                                + " WHERE i.id = :id AND (CAST(:seller AS uuid) IS NULL OR i.seller_id = CAST(:seller AS uuid))")
                .bind("id", id.value())
                .bind("seller", seller == null ? null : seller.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    List<Import> list(@Nullable SellerId seller, int most) {
        return database.call(sql -> sql.createQuery(
                        READ + '\n'
                                + """
                         WHERE CAST(:seller AS uuid) IS NULL OR i.seller_id = CAST(:seller AS uuid)
                         ORDER BY i.created_at DESC, i.id DESC LIMIT :most""")
                .bind("seller", seller == null ? null : seller.value())
                .bind("most", most)
                .map((row, context) -> read(row))
                .list());
    }

    UUID account(ImportId id) {
        return database.call(sql -> sql.createQuery("SELECT account_id FROM product_import WHERE id = :id")
                .bind("id", id.value())
                .mapTo(UUID.class)
                .one());
    }

    /** Orders the next kind of work, if the import is in one of these states; false if it is not. */
    boolean order(ImportId id, ImportState next, boolean atOnce, ImportState... from) {
        return database.call(sql -> sql.createUpdate(
                                """
                        UPDATE product_import SET state = :next, at_once = :atOnce, cancel = false, checkpoint = 0, worker = NULL,
                               lease_until = NULL, ordered_at = clock_timestamp(), failure = NULL, failure_row = NULL,
                               began_at = CASE WHEN :next = 'RUNNING' THEN clock_timestamp() ELSE began_at END, ended_at = NULL,
                               restored = 0, kept = 0
                         WHERE id = :id AND state = ANY(:from)""")
                        .bind("id", id.value())
                        .bind("next", next.name())
                        .bind("atOnce", atOnce)
                        .bindArray("from", String.class, (Object[]) names(from))
                        .execute()
                == 1);
    }

    void map(ImportId id, List<String> mapping, @Nullable String category, @Nullable String seller) {
        database.call(sql -> sql.createUpdate(
                        """
                        UPDATE product_import SET mapping = CAST(:mapping AS jsonb), category = :category, seller = :seller
                         WHERE id = :id""")
                .bind("id", id.value())
                .bind("mapping", Json.write(mapping))
                .bind("category", category)
                .bind("seller", seller)
                .execute());
    }

    void askToCancel(ImportId id) {
        database.call(sql -> sql.execute("UPDATE product_import SET cancel = true WHERE id = ?", id.value()));
    }

    List<ImportedRow> rows(ImportId id, @Nullable Outcome outcome, int offset, int most) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT row_no, outcome, sku, details::text AS details FROM product_import_row
                         WHERE import_id = :id AND (CAST(:outcome AS text) IS NULL OR outcome = :outcome)
                         ORDER BY row_no OFFSET :offset LIMIT :most""")
                .bind("id", id.value())
                .bind("outcome", outcome == null ? null : outcome.name())
                .bind("offset", offset)
                .bind("most", most)
                .map((row, context) -> row(row))
                .list());
    }

    /** The wrong rows behind that one, for reading all of them part by part. */
    List<ImportedRow> wrongAfter(ImportId id, int after, int most) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT row_no, outcome, sku, details::text AS details FROM product_import_row
                         WHERE import_id = :id AND outcome = 'WRONG' AND row_no > :after ORDER BY row_no LIMIT :most""")
                .bind("id", id.value())
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> row(row))
                .list());
    }

    private static ImportedRow row(ResultSet row) throws SQLException {
        List<Detail> details = Json.read(row.getString("details"), DETAILS);
        return new ImportedRow(
                row.getInt("row_no"), Outcome.valueOf(row.getString("outcome")), row.getString("sku"), details);
    }

    private static String[] names(ImportState[] states) {
        return java.util.Arrays.stream(states).map(Enum::name).toArray(String[]::new);
    }

    private static Import read(ResultSet row) throws SQLException {
        var seller = row.getObject("seller_id", UUID.class);
        List<String> header = Json.read(row.getString("header_text"), TEXTS);
        List<String> mapping = Json.read(row.getString("mapping_text"), TEXTS);
        return new Import(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("actor"),
                seller == null ? null : new SellerId(seller),
                row.getString("file_name"),
                row.getLong("bytes"),
                row.getString("charset"),
                row.getBoolean("charset_sure"),
                row.getString("separator").isEmpty()
                        ? ' '
                        : row.getString("separator").charAt(0),
                row.getBoolean("shopify"),
                header,
                mapping,
                row.getString("category"),
                row.getString("seller"),
                ImportState.valueOf(row.getString("state")),
                row.getBoolean("at_once"),
                row.getBoolean("waiting"),
                row.getInt("row_total"),
                counts(row),
                row.getString("failure"),
                row.getObject("failure_row", Integer.class),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("began_at")),
                instant(row.getTimestamp("ended_at")));
    }

    private static Import.Counts counts(ResultSet row) throws SQLException {
        return new Import.Counts(
                row.getInt("checkpoint"),
                row.getInt("fresh"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("wrong"),
                row.getInt("skipped"),
                row.getInt("restored"),
                row.getInt("kept"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
