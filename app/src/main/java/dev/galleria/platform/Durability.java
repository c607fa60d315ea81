package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Commits whose locks do not wait for the disk. A transaction that many others queue behind says {@link #later}: it commits in
 * memory and lets its locks go at once. PostgreSQL writes its log in order, so once {@link #await} returns everything that had
 * committed before is on disk, and many callers share one write. Nobody is told of such a commit before that.
 */
@ApplicationScoped
public class Durability {
    @Inject
    Database database;

    /** The current transaction's locks end with its commit, before that is on disk; whoever acknowledges it awaits first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void later() {
        database.call(sql -> sql.execute("SET LOCAL synchronous_commit = off"));
    }

    /** Returns when everything that has committed is on disk. Refuses to run inside a transaction. */
    @Transactional(Transactional.TxType.NEVER)
    public void await() {
        database.call(sql -> sql.execute("SELECT pg_logical_emit_message(true, 'galleria', '')"));
    }
}
