package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * How PostgreSQL plans prepared statements. By itself it plans a statement with arrays of keys each time anew, which costs more
 * than executing it where the keys are few. Lists that are filtered and sorted want just that and are left alone.
 */
@ApplicationScoped
public class Plans {
    @Inject
    Database database;

    /** The statements of the current transaction, all of them short and by key, are planned once per connection. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void once() {
        database.call(sql -> sql.execute("SET LOCAL plan_cache_mode = force_generic_plan"));
    }
}
