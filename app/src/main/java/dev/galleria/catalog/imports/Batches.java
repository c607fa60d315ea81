package dev.galleria.catalog.imports;

import org.jdbi.v3.core.statement.PreparedBatch;

/** Sends prepared rows to the database, many per round trip. */
final class Batches {
    private Batches() {}

    /** In that order; a batch without rows is nothing to do. */
    static void execute(PreparedBatch... batches) {
        for (var batch : batches) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }
}
