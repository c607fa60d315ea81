package dev.galleria.exchange;

import dev.galleria.exchange.ImportedRow.Detail;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who works on which import. A worker takes one by a lease that it renews with each checkpoint, so that what a dead one has
 * left is taken over; and whoever has lost its lease can no longer write.
 */
@ApplicationScoped
class Desk {
    private static final int LEASE_SECONDS = 45;

    @Inject
    Database database;

    /** One import that this worker has taken. */
    record Task(ImportId id, UUID worker, ImportState state, int checkpoint) {}

    private record Taken(UUID id, String state, int checkpoint) {}

    /** The import that has waited longest, unless somebody works on one. Its old rows go before the first of its new ones. */
    Optional<Task> take() {
        var worker = Ids.next();
        return database.call(sql -> {
            sql.execute("SELECT pg_advisory_xact_lock(hashtext('product_import' || current_schema()))");
            var taken = sql.createQuery(
                            """
                            UPDATE product_import SET worker = :worker, lease_until = clock_timestamp() + :lease * interval '1 second'
                             WHERE NOT EXISTS (SELECT FROM product_import WHERE lease_until >= clock_timestamp())
                               AND id = (SELECT id FROM product_import WHERE state IN ('CHECKING', 'RUNNING', 'UNDOING')
                                          ORDER BY ordered_at, id LIMIT 1)
                            RETURNING id, state, checkpoint""")
                    .bind("worker", worker)
                    .bind("lease", LEASE_SECONDS)
                    .mapTo(Taken.class)
                    .findOne();
            return taken.map(found -> {
                var state = ImportState.valueOf(found.state());
                if (found.checkpoint() == 0 && state != ImportState.UNDOING) {
                    sql.execute("DELETE FROM product_import_row WHERE import_id = ?", found.id());
                    sql.execute(
                            "UPDATE product_import SET fresh = 0, changed = 0, unchanged = 0, wrong = 0, skipped = 0 WHERE id = ?",
                            found.id());
                }
                return new Task(new ImportId(found.id()), worker, state, found.checkpoint());
            });
        });
    }

    /** Whether anything waits and nobody works. */
    boolean idle() {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM product_import WHERE state IN ('CHECKING', 'RUNNING', 'UNDOING'))
                           AND NOT EXISTS (SELECT FROM product_import WHERE lease_until >= clock_timestamp())""")
                .mapTo(boolean.class)
                .one());
    }

    /** First in the transaction of each step: false when the import was taken over or shall stop. */
    boolean holds(Task task, int checkpoint) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT NOT cancel FROM product_import WHERE id = :id AND worker = :worker AND checkpoint = :checkpoint
                           FOR UPDATE""")
                .bind("id", task.id().value())
                .bind("worker", task.worker())
                .bind("checkpoint", checkpoint)
                .mapTo(boolean.class)
                .findOne()
                .orElse(false));
    }

    /** Last in the transaction of each step. */
    void checkpoint(Task task, int checkpoint, Import.Counts more) {
        database.call(sql -> sql.createUpdate(
                        """
                        UPDATE product_import SET checkpoint = :checkpoint, fresh = fresh + :fresh, changed = changed + :changed,
                               unchanged = unchanged + :unchanged, wrong = wrong + :wrong, skipped = skipped + :skipped,
                               restored = restored + :restored, kept = kept + :kept, row_total = greatest(row_total, :checkpoint),
                               lease_until = clock_timestamp() + :lease * interval '1 second'
                         WHERE id = :id""")
                .bind("id", task.id().value())
                .bind("checkpoint", checkpoint)
                .bind("fresh", more.fresh())
                .bind("changed", more.changed())
                .bind("unchanged", more.unchanged())
                .bind("wrong", more.wrong())
                .bind("skipped", more.skipped())
                .bind("restored", more.restored())
                .bind("kept", more.kept())
                .bind("lease", LEASE_SECONDS)
                .execute());
    }

    void write(Task task, List<ImportedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.call(sql -> {
            var batch = sql.prepareBatch(
                    """
                    INSERT INTO product_import_row (import_id, row_no, outcome, sku, details)
                    VALUES (:id, :row, :outcome, :sku, CAST(:details AS jsonb))""");
            rows.forEach(row -> batch.bind("id", task.id().value())
                    .bind("row", row.number())
                    .bind("outcome", row.outcome().name())
                    .bind("sku", Detail.change("", "", row.sku()).value())
                    .bind("details", Json.write(row.details()))
                    .add());
            return batch.execute();
        });
    }

    /** The work is over, or the import goes on to what comes next. */
    void end(Task task, ImportState state, int rows) {
        database.call(sql -> sql.createUpdate(
                        """
                        UPDATE product_import SET state = :state, worker = NULL, lease_until = NULL, cancel = false,
                               ended_at = clock_timestamp(), row_total = CASE WHEN :rows > 0 THEN :rows ELSE row_total END
                         WHERE id = :id AND worker = :worker""")
                .bind("id", task.id().value())
                .bind("worker", task.worker())
                .bind("state", state.name())
                .bind("rows", rows)
                .execute());
    }

    void refuse(Task task, Unreadable why) {
        database.call(sql -> sql.createUpdate(
                        """
                        UPDATE product_import SET state = 'REFUSED', worker = NULL, lease_until = NULL, failure = :code,
                               failure_row = CAST(:row AS int), ended_at = clock_timestamp()
                         WHERE id = :id AND worker = :worker""")
                .bind("id", task.id().value())
                .bind("worker", task.worker())
                .bind("code", why.code())
                .bind("row", why.row())
                .execute());
    }

    /** Another import may go first after a failure; this one is tried again when its lease has ended. */
    void letGo(Task task) {
        database.call(sql -> sql.execute(
                "UPDATE product_import SET ordered_at = clock_timestamp() WHERE id = ? AND worker = ?",
                task.id().value(),
                task.worker()));
    }
}
